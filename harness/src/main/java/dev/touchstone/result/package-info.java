/** What a run found out: plain values that reports are made from. */
@NullMarked
package dev.touchstone.result;

import org.jspecify.annotations.NullMarked;
