/** From estimates and a baseline to verdicts with their evidence. Reads and writes nothing. */
@NullMarked
package dev.touchstone.gate;

import org.jspecify.annotations.NullMarked;
