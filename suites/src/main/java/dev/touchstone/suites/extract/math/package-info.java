/** The string rules by which lm-evaluation-harness compares answers of the MATH benchmark, to the letter. */
@NullMarked
package dev.touchstone.suites.extract.math;

import org.jspecify.annotations.NullMarked;
