package dev.touchstone.suites.audit;

import dev.touchstone.suites.audit.DataAudit.Kind;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Items that ask the same: among those that are evaluated, and between them and the shots. */
final class Duplicates {

    private Duplicates() {}

    static List<Warning> of(List<Entry> items) {
        List<Warning> warnings = new ArrayList<>();
        List<String> twice = new ArrayList<>();
        int[] different = {0};
        Map<String, List<Entry>> byKey = group(items);
        byKey.values().stream().filter(same -> same.size() > 1).forEach(same -> {
            if (same.stream()
                            .map(entry -> Entry.normal(entry.answer()))
                            .distinct()
                            .count()
                    > 1) {
                warnings.add(new Warning(
                        Kind.CONTRADICTION,
                        "the same item with different right answers: "
                                + String.join(
                                        " and ",
                                        same.stream()
                                                .map(Entry::answer)
                                                .distinct()
                                                .toList()),
                        ids(same)));
            } else {
                twice.addAll(ids(same));
                different[0]++;
            }
        });
        if (!twice.isEmpty()) {
            warnings.add(new Warning(
                    Kind.DUPLICATE,
                    "items that occur more than once: " + twice.size() + " (different ones: " + different[0]
                            + "); each repetition counts again in every score",
                    twice));
        }
        return warnings;
    }

    /** Ids of items that are also shots, each with the shot's. */
    static List<String> leaks(List<Entry> items, List<Entry> shots) {
        Map<String, List<Entry>> shown = group(shots);
        return items.stream()
                .filter(item -> shown.containsKey(item.key()))
                .flatMap(item ->
                        Stream.of(item.id(), shown.get(item.key()).get(0).id()))
                .toList();
    }

    private static Map<String, List<Entry>> group(List<Entry> entries) {
        Map<String, List<Entry>> byKey = new LinkedHashMap<>();
        entries.forEach(entry ->
                byKey.computeIfAbsent(entry.key(), key -> new ArrayList<>()).add(entry));
        return byKey;
    }

    private static List<String> ids(List<Entry> entries) {
        return entries.stream().map(Entry::id).toList();
    }
}
