/**
 * GGUF, the file format of llama.cpp, versions 2 and 3, after the specification in ggml's {@code docs/gguf.md}. {@link
 * dev.touchstone.reference.gguf.GgufFile} is the file's metadata and directory, {@link dev.touchstone.reference.gguf.GgufCheckpoint} the
 * weights of a Llama in it.
 */
@NullMarked
package dev.touchstone.reference.gguf;

import org.jspecify.annotations.NullMarked;
