/**
 * The arithmetic of the forward pass behind one door: {@link dev.touchstone.reference.kernel.Kernels}. The scalar kernels define every
 * result; the vector kernels must give the same bits.
 *
 * <p>How that is possible: each output of a matrix product is one chain of fused multiply-adds with the inner index ascending, and
 * vectors run across outputs, never along the chain. Sums (of squares, of exponentials) are kept in 16 virtual lanes whatever the width of
 * the machine's vectors, and the lanes are added in a fixed tree.
 */
@NullMarked
package dev.touchstone.reference.kernel;

import org.jspecify.annotations.NullMarked;
