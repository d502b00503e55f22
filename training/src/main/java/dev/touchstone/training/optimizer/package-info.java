/** How gradients change weights. */
@NullMarked
package dev.touchstone.training.optimizer;

import org.jspecify.annotations.NullMarked;
