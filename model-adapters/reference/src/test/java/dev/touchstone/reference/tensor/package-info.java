@NullMarked
package dev.touchstone.reference.tensor;

import org.jspecify.annotations.NullMarked;
