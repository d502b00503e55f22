package dev.touchstone.reports.lmeval;

import dev.touchstone.suites.MetricName;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A metric's name there: {@code acc,none}.
 *
 * @param name such as {@code acc}
 * @param filter how answers were read, such as {@code strict-match}; {@code none} for choices
 */
record Metric(String name, String filter) {

    static Metric of(String metric) {
        int comma = metric.indexOf(',');
        return comma < 0
                ? new Metric(metric, "none")
                : new Metric(metric.substring(0, comma), metric.substring(comma + 1));
    }

    /** Metrics of ours that it does not have: a tool that reads those files finds only what it may know. */
    private static final Set<MetricName> OURS = EnumSet.complementOf(EnumSet.of(
            MetricName.ACC,
            MetricName.ACC_NORM,
            MetricName.ACC_BYTES,
            MetricName.ACC_MUTUAL_INFO,
            MetricName.F1,
            MetricName.MCC,
            MetricName.PEARSON,
            MetricName.SPEARMAN,
            MetricName.WORD_PERPLEXITY,
            MetricName.BYTE_PERPLEXITY,
            MetricName.BITS_PER_BYTE,
            MetricName.PERPLEXITY));

    /** The metrics among these that can stand in its files. */
    static List<String> known(Collection<String> metrics) {
        return metrics.stream()
                .filter(metric -> MetricName.find(metric).filter(OURS::contains).isEmpty())
                .toList();
    }

    String key(String suffix) {
        return name + suffix + "," + filter;
    }
}
