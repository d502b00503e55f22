/**
 * Two models on the same items: how much they differ ({@link dev.touchstone.metrics.paired.PairedDifference}) and whether chance alone explains it
 * ({@link dev.touchstone.metrics.paired.McNemar} for right and wrong, {@link dev.touchstone.metrics.paired.PairedT} and
 * {@link dev.touchstone.metrics.paired.SignFlip} for scores).
 */
@NullMarked
package dev.touchstone.metrics.paired;

import org.jspecify.annotations.NullMarked;
