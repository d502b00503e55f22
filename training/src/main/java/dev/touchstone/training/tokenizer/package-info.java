/** Training of the byte-level BPE tokenizer. */
@NullMarked
package dev.touchstone.training.tokenizer;

import org.jspecify.annotations.NullMarked;
