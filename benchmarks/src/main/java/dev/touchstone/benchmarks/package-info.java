/** How fast the reference model computes, in tokens a second and as a share of what the machine can do. */
@NullMarked
package dev.touchstone.benchmarks;

import org.jspecify.annotations.NullMarked;
