/**
 * Answers read from generated text. {@link dev.touchstone.suites.extract.Extractors} has the extractors by name;
 * {@link dev.touchstone.suites.extract.ExactMatch} compares what they read with the gold answer.
 */
@NullMarked
package dev.touchstone.suites.extract;

import org.jspecify.annotations.NullMarked;
