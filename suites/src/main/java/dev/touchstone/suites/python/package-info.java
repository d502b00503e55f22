/**
 * Values as Python treats them, for templates and task files that were written for it: {@link dev.touchstone.suites.python.None None}, truth
 * values, whole numbers of up to 64 bits, floating-point numbers, texts counted in code points, lists, {@link
 * dev.touchstone.suites.python.Tuple tuples} and maps.
 */
@NullMarked
package dev.touchstone.suites.python;

import org.jspecify.annotations.NullMarked;
