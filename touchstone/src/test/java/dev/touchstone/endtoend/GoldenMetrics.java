package dev.touchstone.endtoend;

import dev.touchstone.endtoend.GoldenComparison.Part;
import tools.jackson.databind.JsonNode;

/** The scores that lm-evaluation-harness wrote for each of its tasks, against those of our subjects. */
final class GoldenMetrics {

    /** Counts are equal, so only the last bits of a mean differ; what torch's sum in fp32 makes of a perplexity is 2e-5 of it. */
    private static final double RELATIVE = 2e-5;

    private GoldenMetrics() {}

    /**
     * Compares every metric.
     *
     * @param golden a {@code *.results.json}
     * @param results our {@code results.json} of the same items
     */
    static void compare(JsonNode golden, JsonNode results, GoldenComparison found) {
        golden.required("results")
                .properties()
                .forEach(task -> task.getValue().properties().forEach(entry -> {
                    String metric = entry.getKey();
                    if (metric.contains(",")
                            && !metric.contains("_stderr")
                            && !task.getKey().startsWith("_")) {
                        compare(task.getKey(), metric.replaceFirst(",none$", ""), entry.getValue(), results, found);
                    }
                }));
    }

    private static void compare(String task, String metric, JsonNode golden, JsonNode results, GoldenComparison found) {
        String subject = GoldenLine.subject(task);
        double ours = results.required("suites")
                .valueStream()
                .flatMap(suite -> suite.required("subjects").valueStream())
                .filter(node -> subject.endsWith("/" + node.required("subject").asString()))
                .map(node -> node.required("metrics").required(metric).required("value"))
                .findFirst()
                .orElseThrow()
                .asDouble();
        found.near(
                Part.METRICS,
                subject + " " + metric,
                ours,
                golden.asDouble(),
                1e-12 + (metric.contains("per") ? RELATIVE * golden.asDouble() : 0));
    }
}
