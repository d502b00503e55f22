@NullMarked
package dev.touchstone.reference.gguf;

import org.jspecify.annotations.NullMarked;
