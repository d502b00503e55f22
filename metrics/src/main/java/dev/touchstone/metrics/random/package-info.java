/** Random numbers as other programs draw them, so that the same seed gives the same choice. */
@NullMarked
package dev.touchstone.metrics.random;

import org.jspecify.annotations.NullMarked;
