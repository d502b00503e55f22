/** Questions for the model that is being trained: does it know what the lessons tell, and nothing that they don't? */
@NullMarked
package dev.touchstone.training.exam;

import org.jspecify.annotations.NullMarked;
