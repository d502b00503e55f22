/**
 * Whether two answers in LaTeX mean the same value: read into small expression trees and compared numerically. Call
 * {@link dev.touchstone.suites.extract.algebra.MathAnswers}.
 */
@NullMarked
package dev.touchstone.suites.extract.algebra;

import org.jspecify.annotations.NullMarked;
