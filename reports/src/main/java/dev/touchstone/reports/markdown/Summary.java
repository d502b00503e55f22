package dev.touchstone.reports.markdown;

import dev.touchstone.reports.Figures;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** The text of the summary. What is undefined is a dash, never 0. */
final class Summary {

    private static final String NONE = "–";

    private final JsonNode results;

    Summary(JsonNode results) {
        this.results = results;
    }

    String text() {
        JsonNode run = results.path("run");
        List<String> parts = new ArrayList<>();
        parts.add("## Touchstone: " + Markdown.escape(run.path("model").asString("")));
        parts.addAll(gates());
        parts.add(suites());
        parts.addAll(comparisons());
        parts.addAll(warnings());
        parts.add("Run `" + run.path("id").asString("") + "`, model " + Markdown.code(run.path("modelFingerprint"))
                + ", Touchstone " + Markdown.escape(run.path("harnessVersion").asString("")));
        return String.join("\n\n", parts) + "\n";
    }

    private List<String> gates() {
        Table table = new Table("Verdict", "Gate", "Evidence");
        for (JsonNode gate : results.path("gates")) {
            JsonNode evidence = gate.path("evidence");
            table.add(
                    "**" + Markdown.escape(gate.path("verdict").asString("")) + "**",
                    Markdown.escape(gate.path("name").asString("")),
                    Markdown.escape(evidence.path("text").asString(evidence.isString() ? evidence.asString() : "")));
        }
        return table.isEmpty() ? List.of() : List.of(table.text());
    }

    private String suites() {
        Table table = new Table("Suite", "Variant", "Metric", "Value", "95 % interval", "n", "Errors");
        for (JsonNode suite : results.path("suites")) {
            if (suite.path("metrics").isEmpty() && !isOfChecks(suite)) {
                suite.path("subjects")
                        .forEach(subject -> table.add(row(suite, subject, title(suite) + ": " + title(subject))));
            } else {
                table.add(row(suite, suite, title(suite)));
            }
        }
        return table.text();
    }

    /** A suite, or one of its subjects where these have no metric in common. */
    private static String[] row(JsonNode suite, JsonNode part, String title) {
        Map.Entry<String, JsonNode> headline = headline(part);
        String metric = isOfChecks(suite) ? "checks" : headline.getKey();
        return new String[] {
            Markdown.escape(title),
            Markdown.escape(suite.path("variant").path("precision").asString(NONE)),
            Markdown.escape(metric),
            isOfChecks(suite) ? held(suite) : value(metric, headline.getValue()),
            interval(metric, headline.getValue().path("ci95")),
            Figures.count(evaluated(part)),
            Figures.count(outcome(part, "error"))
        };
    }

    private List<String> comparisons() {
        Table table =
                new Table("Suite", "Variant", "Difference, points", "95 % interval", "p (McNemar)", "Lost", "Gained");
        for (JsonNode comparison : results.path("comparisons")) {
            table.add(comparison(
                    comparison,
                    comparison.path("candidate").asString("") + " against "
                            + comparison.path("baseline").asString("")));
        }
        for (JsonNode comparison : results.path("againstBaseline")) {
            table.add(comparison(
                    comparison,
                    comparison.path("variant").asString("") + " against run "
                            + comparison.path("baseline").path("run").asString("")));
        }
        return table.isEmpty() ? List.of() : List.of(table.text());
    }

    private static String[] comparison(JsonNode comparison, String what) {
        JsonNode difference = comparison.path("difference");
        return new String[] {
            Markdown.escape(comparison.path("suite").asString("")),
            Markdown.escape(what),
            points(difference.path("value")),
            pointsInterval(difference.path("ci95")),
            number(comparison.path("mcnemar").path("p"), 4),
            Figures.count(comparison.path("lost").asLong(0)),
            Figures.count(comparison.path("gained").asLong(0))
        };
    }

    private List<String> warnings() {
        List<String> lines = results.path("suites")
                .valueStream()
                .flatMap(suite -> warnings(suite).map(text -> "* " + Markdown.escape(title(suite)) + ": " + text))
                .distinct()
                .toList();
        return lines.isEmpty() ? List.of() : List.of(String.join("\n", lines));
    }

    private Stream<String> warnings(JsonNode suite) {
        List<String> texts = new ArrayList<>();
        if (suite.path("status").asString("").equals("stopped")) {
            texts.add("stopped after " + Figures.count(evaluated(suite)) + " of "
                    + Figures.count(suite.path("planned").asLong(0)) + " items");
        }
        if (outcome(suite, "noAnswer") > 0 && !isOfChecks(suite)) {
            texts.add("items without an answer: " + Figures.count(outcome(suite, "noAnswer")));
        }
        if (suite.path("performance").path("truncatedItems").asLong(0) > 0) {
            texts.add("prompts that were cut: "
                    + Figures.count(
                            suite.path("performance").path("truncatedItems").asLong(0)));
        }
        for (JsonNode subject : suite.path("subjects")) {
            if (subject.path("balance").path("accuracyMisleads").asBoolean(false)) {
                texts.add((suite.path("subjects").size() > 1 ? Markdown.escape(title(subject)) + ": " : "")
                        + "one label is so common that the accuracy misleads; F1 and MCC lead");
            }
        }
        if (isMini(suite)) {
            texts.add("mini items measure the harness, not knowledge");
        }
        return texts.stream();
    }

    private static Map.Entry<String, JsonNode> headline(JsonNode suite) {
        return suite.path("metrics")
                .propertyStream()
                .findFirst()
                .orElse(Map.entry(
                        isOfChecks(suite) ? "checks" : NONE,
                        suite.path("metrics").path("none")));
    }

    private static String title(JsonNode suite) {
        String title = suite.path("title").asString("");
        return isMini(suite) ? title + " (" + suite.path("data").asString("") + ")" : title;
    }

    private static boolean isMini(JsonNode suite) {
        return suite.path("data").asString("").startsWith("mini");
    }

    private static boolean isOfChecks(JsonNode suite) {
        return suite.path("mode").asString("").equals("check");
    }

    private static String held(JsonNode suite) {
        return outcome(suite, "correct") + " of " + evaluated(suite) + " hold";
    }

    private static long evaluated(JsonNode suite) {
        return suite.path("outcomes").valueStream().mapToLong(JsonNode::asLong).sum();
    }

    private static long outcome(JsonNode suite, String name) {
        return suite.path("outcomes").path(name).asLong(0);
    }

    private static String value(String metric, JsonNode estimate) {
        JsonNode value = estimate.path("value");
        return value.isNumber() ? Figures.metric(metric, value.asDouble()) + Figures.unit(metric) : NONE;
    }

    private static String interval(String metric, JsonNode ends) {
        return ends.isArray()
                ? Figures.metric(metric, ends.get(0).asDouble()) + " – "
                        + Figures.metric(metric, ends.get(1).asDouble())
                : NONE;
    }

    private static String points(JsonNode share) {
        return share.isNumber() ? signed(100 * share.asDouble()) : NONE;
    }

    private static String pointsInterval(JsonNode ends) {
        return ends.isArray() ? points(ends.get(0)) + " to " + points(ends.get(1)) : NONE;
    }

    private static String signed(double value) {
        return (value > 0 ? "+" : "") + Figures.fixed(value, 2);
    }

    private static String number(JsonNode value, int decimals) {
        return value.isNumber() ? Figures.fixed(value.asDouble(), decimals) : NONE;
    }
}
