/** The reference model: Llama-family weights from GGUF files and Hugging Face folders, computed on the JVM alone. */
@NullMarked
package dev.touchstone.reference;

import org.jspecify.annotations.NullMarked;
