package dev.touchstone.reports.lmeval;

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

    String key(String suffix) {
        return name + suffix + "," + filter;
    }
}
