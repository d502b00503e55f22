/** Metrics and their uncertainty: pure functions of numbers, without input or output. */
@NullMarked
package dev.touchstone.metrics;

import org.jspecify.annotations.NullMarked;
