/** The kernels on {@code jdk.incubator.vector}; the only package that may use that module. Found by name, never linked to. */
@NullMarked
package dev.touchstone.reference.kernel.vector;

import org.jspecify.annotations.NullMarked;
