package dev.touchstone.suites.audit;

import dev.touchstone.suites.audit.DataAudit.Lengths;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How long the texts are that a model has to read. */
final class TextLengths {

    private static final int[] PERCENTS = {0, 5, 25, 50, 75, 95, 100};

    /** Some 2,000 tokens of English, 8,000 of Chinese: with a few shots before it, more than many models see. */
    static final int LONG = 8_000;

    private TextLengths() {}

    static Lengths of(List<Entry> entries) {
        int[] sorted = entries.stream().mapToInt(TextLengths::length).sorted().toArray();
        List<Integer> percentiles = sorted.length == 0
                ? List.of()
                : Arrays.stream(PERCENTS)
                        .mapToObj(percent -> sorted[(int) Math.ceil((sorted.length - 1) * percent / 100.0)])
                        .toList();
        List<Integer> histogram = new ArrayList<>();
        for (int length : sorted) {
            int bin = Math.max(0, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, length) - 1) - 1);
            while (histogram.size() <= bin) {
                histogram.add(0);
            }
            histogram.set(bin, histogram.get(bin) + 1);
        }
        return new Lengths(percentiles, histogram);
    }

    /** Ids of items that may be cut to fit a model's context. */
    static List<String> tooLong(List<Entry> entries) {
        return entries.stream()
                .filter(entry -> length(entry) > LONG)
                .map(Entry::id)
                .toList();
    }

    private static int length(Entry entry) {
        return entry.text().codePointCount(0, entry.text().length());
    }
}
