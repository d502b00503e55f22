/** What the built-in model reads: the lessons of the mini suites, as documents. */
@NullMarked
package dev.touchstone.training.corpus;

import org.jspecify.annotations.NullMarked;
