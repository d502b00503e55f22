@NullMarked
package dev.touchstone.reference.safetensors;

import org.jspecify.annotations.NullMarked;
