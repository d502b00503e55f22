/** SciQ's mini items and lessons: questions about common facts of science, half of them with a text to read. */
@NullMarked
package dev.touchstone.suites.mini.sciq;

import org.jspecify.annotations.NullMarked;
