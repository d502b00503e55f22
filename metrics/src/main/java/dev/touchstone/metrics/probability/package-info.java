/**
 * Metrics of scores and probabilities: does the model rank rightly ({@link dev.touchstone.metrics.probability.RocAuc},
 * {@link dev.touchstone.metrics.probability.AveragePrecision}), and do its probabilities mean what they say
 * ({@link dev.touchstone.metrics.probability.Calibration}, {@link dev.touchstone.metrics.probability.Brier},
 * {@link dev.touchstone.metrics.probability.LogLoss})?
 */
@NullMarked
package dev.touchstone.metrics.probability;

import org.jspecify.annotations.NullMarked;
