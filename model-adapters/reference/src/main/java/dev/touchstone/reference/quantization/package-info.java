/**
 * Precisions: what becomes of a model's stored weights and of its activations. {@link dev.touchstone.reference.quantization.Precision} lists
 * them; every rule is a function of the stored weights alone, rounded to nearest, ties to even, and written as plain loops, which are the
 * definition. Matrices are [out, in]; a channel is a row, a group is a run of consecutive columns in one row, of which the last may be shorter.
 */
@NullMarked
package dev.touchstone.reference.quantization;

import org.jspecify.annotations.NullMarked;
