/** Tokenizers of Hugging Face folders, through DJL's binding of Hugging Face's own library. */
@NullMarked
package dev.touchstone.djl.tokenizers;

import org.jspecify.annotations.NullMarked;
