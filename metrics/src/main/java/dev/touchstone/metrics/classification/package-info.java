/**
 * Metrics of predicted labels. Count with {@link dev.touchstone.metrics.classification.Confusion}, then ask
 * {@link dev.touchstone.metrics.classification.F1}, {@link dev.touchstone.metrics.classification.Precision},
 * {@link dev.touchstone.metrics.classification.Recall} or {@link dev.touchstone.metrics.classification.Mcc}.
 */
@NullMarked
package dev.touchstone.metrics.classification;

import org.jspecify.annotations.NullMarked;
