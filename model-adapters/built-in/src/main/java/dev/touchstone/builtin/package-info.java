/** The model that comes with the harness, as a Hugging Face folder in resources. The module {@code training} makes it. */
@NullMarked
package dev.touchstone.builtin;

import org.jspecify.annotations.NullMarked;
