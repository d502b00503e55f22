/**
 * Metrics and their uncertainty: pure functions of numbers, without input or output. Here what every suite needs (shares, means, perplexity,
 * percentiles) and the bootstrap; in {@code classification} metrics of labels, in {@code probability} of scores and probabilities, in {@code regression}
 * of numbers, in {@code paired} of two models on the same items. {@code docs/metrics.md} lists which call answers which question.
 */
@NullMarked
package dev.touchstone.metrics;

import org.jspecify.annotations.NullMarked;
