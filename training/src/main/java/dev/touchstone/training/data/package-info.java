/** Documents, and how they are packed into batches. */
@NullMarked
package dev.touchstone.training.data;

import org.jspecify.annotations.NullMarked;
