/** Benchmarks as data: suites, their subjects and items, and where the published files are read. */
@NullMarked
package dev.touchstone.suites;

import org.jspecify.annotations.NullMarked;
