/**
 * Tokenizers of the reference model: byte-level BPE and SentencePiece BPE, built from the metadata of a GGUF file. Start at
 * {@link dev.touchstone.reference.tokenizer.GgufTokenizers}; {@link dev.touchstone.reference.tokenizer.PairEncoder} turns a context and
 * a continuation into tokens.
 */
@NullMarked
package dev.touchstone.reference.tokenizer;

import org.jspecify.annotations.NullMarked;
