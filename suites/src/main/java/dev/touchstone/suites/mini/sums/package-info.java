/**
 * Problems to work out, for GSM8K and MATH: made from templates ({@code <suite>/mini/<subject>.yaml}) by drawing small numbers and words. Each
 * template tells the problem, the steps and the answer, so that nothing is worked out twice; tests work every answer out another way.
 */
@NullMarked
package dev.touchstone.suites.mini.sums;

import org.jspecify.annotations.NullMarked;
