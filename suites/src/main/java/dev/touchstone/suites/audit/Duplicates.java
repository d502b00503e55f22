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
        List<List<Entry>> contradicting = new ArrayList<>();
        List<List<Entry>> repeated = new ArrayList<>();
        group(items).values().stream()
                .filter(same -> same.size() > 1)
                .forEach(same -> (agree(same) ? repeated : contradicting).add(same));
        List<Warning> warnings = new ArrayList<>();
        add(warnings, Kind.CONTRADICTION, contradicting, "with different right answers");
        add(warnings, Kind.DUPLICATE, repeated, "each repetition counts again in every score");
        return warnings;
    }

    private static boolean agree(List<Entry> same) {
        return same.stream()
                        .map(entry -> Entry.normal(entry.answer()))
                        .distinct()
                        .count()
                == 1;
    }

    private static void add(List<Warning> warnings, Kind kind, List<List<Entry>> groups, String what) {
        List<String> ids = groups.stream().flatMap(List::stream).map(Entry::id).toList();
        if (!ids.isEmpty()) {
            warnings.add(new Warning(
                    kind,
                    "items that occur more than once: " + ids.size() + " (different ones: " + groups.size() + "); "
                            + what,
                    ids));
        }
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
}
