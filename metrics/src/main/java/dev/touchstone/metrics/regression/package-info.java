/**
 * Metrics of predicted numbers: {@link dev.touchstone.metrics.regression.RegressionError}, {@link dev.touchstone.metrics.regression.RSquared} and
 * {@link dev.touchstone.metrics.regression.Correlation}.
 */
@NullMarked
package dev.touchstone.metrics.regression;

import org.jspecify.annotations.NullMarked;
