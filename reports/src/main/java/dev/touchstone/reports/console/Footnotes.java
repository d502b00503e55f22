package dev.touchstone.reports.console;

import dev.touchstone.metrics.Estimate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Why something in a table is undefined: each reason once, numbered from 1. */
final class Footnotes {

    private final List<String> reasons = new ArrayList<>();

    /** The marks for a row with these estimates, such as {@code [1]}; empty if all is defined. */
    String mark(Collection<Estimate> estimates) {
        return estimates.stream()
                .map(Estimate::undefined)
                .filter(Objects::nonNull)
                .distinct()
                .map(reason -> "[" + number(reason) + "]")
                .collect(Collectors.joining());
    }

    /** The notes, a line each. */
    List<String> lines() {
        return IntStream.range(0, reasons.size())
                .mapToObj(i -> "[" + (i + 1) + "] " + reasons.get(i))
                .toList();
    }

    private int number(String reason) {
        if (!reasons.contains(reason)) {
            reasons.add(reason);
        }
        return reasons.indexOf(reason) + 1;
    }
}
