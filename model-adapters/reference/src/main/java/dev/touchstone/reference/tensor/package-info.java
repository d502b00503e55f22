/** Stored weights as matrices of fp32, whatever the file they come from. */
@NullMarked
package dev.touchstone.reference.tensor;

import org.jspecify.annotations.NullMarked;
