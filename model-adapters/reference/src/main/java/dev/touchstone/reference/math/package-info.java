/** Elementary functions that give the same bits on every platform. */
@NullMarked
package dev.touchstone.reference.math;

import org.jspecify.annotations.NullMarked;
