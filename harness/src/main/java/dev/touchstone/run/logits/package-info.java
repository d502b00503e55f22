/** Logits of a run's first variant, kept in a file until those of the others are compared with them. */
@NullMarked
package dev.touchstone.run.logits;

import org.jspecify.annotations.NullMarked;
