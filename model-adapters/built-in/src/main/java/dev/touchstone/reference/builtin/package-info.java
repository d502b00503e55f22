/** The built-in model: a Hugging Face folder on the class path. */
@NullMarked
package dev.touchstone.reference.builtin;

import org.jspecify.annotations.NullMarked;
