/** Reads the files of benchmarks as their publishers ship them, and says all that is wrong with them. */
@NullMarked
package dev.touchstone.suites.data;

import org.jspecify.annotations.NullMarked;
