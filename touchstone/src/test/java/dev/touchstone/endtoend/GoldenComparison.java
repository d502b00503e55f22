package dev.touchstone.endtoend;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What comparing one golden file finds, item by item: counts for a line of the table, and each difference in words. */
final class GoldenComparison {

    /** What is compared. */
    enum Part {
        /** What the model sees: the prompt's SHA-256, the continuations, token ids. */
        PROMPTS,
        /** Log-likelihoods, within a tolerance. */
        VALUES,
        /** Generated texts, to the letter. */
        TEXTS,
        /** What an item is worth: right or wrong by each metric, the extracted answer, greedy flags; words and bytes of a page. */
        SCORES,
        /** Metrics over all items. */
        METRICS
    }

    /** lm-evaluation-harness itself is within 2e-5 of a float64 computation; a different order of sums explains the rest. */
    private static final double ABSOLUTE = 2e-4;

    private static final double RELATIVE = 2e-5;

    private final String file;
    private final long start = System.nanoTime();
    private final Map<Part, int[]> equalOf = new EnumMap<>(Part.class);
    private final List<String> differences = new ArrayList<>();
    private int items;
    private double largest;
    private double seconds;

    GoldenComparison(String file) {
        this.file = file;
    }

    void addItem() {
        items++;
    }

    /** Counts a value that must be equal; whether it is. */
    boolean equal(Part part, String where, Object actual, Object expected) {
        return count(part, where, Objects.equals(actual, expected), actual, expected);
    }

    /** Counts a log-likelihood. */
    void near(String where, double actual, double expected) {
        near(Part.VALUES, where, actual, expected, ABSOLUTE + RELATIVE * Math.abs(expected));
        largest = Math.max(largest, Math.abs(actual - expected));
    }

    /** Counts a number. */
    void near(Part part, String where, double actual, double expected, double tolerance) {
        count(part, where, Math.abs(actual - expected) <= tolerance, actual, expected);
    }

    private boolean count(Part part, String where, boolean equal, Object actual, Object expected) {
        int[] counts = equalOf.computeIfAbsent(part, p -> new int[2]);
        counts[0] += equal ? 1 : 0;
        counts[1]++;
        if (!equal) {
            differences.add(where + ", " + name(part) + ": " + actual + ", expected " + expected);
        }
        return equal;
    }

    /** Ends the time that is shown. */
    void stop() {
        seconds = (System.nanoTime() - start) / 1e9;
    }

    /** Every difference in words. */
    List<String> differences() {
        return List.copyOf(differences);
    }

    int items() {
        return items;
    }

    /** The share of equal ones among what was compared; 1 when nothing was. */
    double share(Part part) {
        int[] counts = equalOf.getOrDefault(part, new int[] {1, 1});
        return (double) counts[0] / counts[1];
    }

    static String header() {
        return String.format(
                Locale.ROOT,
                "%-26s %6s %9s %9s %9s %9s %9s %9s %8s",
                "golden file",
                "items",
                "prompts",
                "ln P",
                "largest",
                "texts",
                "scores",
                "metrics",
                "seconds");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%-26s %6d %9s %9s %9s %9s %9s %9s %8.1f",
                file,
                items,
                cell(Part.PROMPTS),
                cell(Part.VALUES),
                equalOf.containsKey(Part.VALUES) ? String.format(Locale.ROOT, "%.1e", largest) : "",
                cell(Part.TEXTS),
                cell(Part.SCORES),
                cell(Part.METRICS),
                seconds);
    }

    private String cell(Part part) {
        int[] counts = equalOf.get(part);
        return counts == null ? "" : counts[0] + "/" + counts[1];
    }

    private static String name(Part part) {
        return part.name().toLowerCase(Locale.ROOT);
    }
}
