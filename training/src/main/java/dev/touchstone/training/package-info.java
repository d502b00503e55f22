/** Trains the built-in model. */
@NullMarked
package dev.touchstone.training;

import org.jspecify.annotations.NullMarked;
