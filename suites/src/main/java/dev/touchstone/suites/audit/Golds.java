package dev.touchstone.suites.audit;

import dev.touchstone.suites.Task;
import dev.touchstone.suites.audit.DataAudit.Kind;
import dev.touchstone.suites.audit.DataAudit.LabelBalance;
import dev.touchstone.suites.audit.DataAudit.Longest;
import dev.touchstone.suites.audit.DataAudit.Place;
import dev.touchstone.suites.audit.DataAudit.Warning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Where the right answers are. */
final class Golds {

    /** Standard deviations that are no chance: once in 16,000 data sets. */
    private static final double SURPRISING = 4;

    /** What a rule without knowledge may gain over chance. */
    private static final double GAIN = 0.15;

    /** As in reports of runs: fewer items are unbalanced by chance. */
    private static final int FEWEST = 20;

    private static final double IMBALANCE = 4;

    private Golds() {}

    /** Ids of items whose right answer is none of their choices. */
    static List<String> outside(List<Entry> items) {
        return ids(items, entry -> !entry.hasGold());
    }

    /** Ids of items two of whose options are the same. */
    static List<String> sameOptions(List<Entry> items) {
        return ids(
                items,
                entry -> entry.options().stream().map(String::strip).distinct().count()
                        < entry.options().size());
    }

    private static List<String> ids(List<Entry> items, Predicate<Entry> wanted) {
        return items.stream().filter(wanted).map(Entry::id).toList();
    }

    /** Of items that all have the same choices; empty for others. */
    static Optional<LabelBalance> labels(String subject, Task task, List<Entry> items) {
        if (items.isEmpty()
                || Entry.labels(task).size() < 2
                || !Entry.optionFields(task, items.get(0).item().fields()).isEmpty()) {
            return Optional.empty();
        }
        List<String> names = Entry.labels(task);
        List<Place> labels = new ArrayList<>();
        for (int label = 0; label < names.size(); label++) {
            int wanted = label;
            int right = (int) items.stream()
                    .filter(entry -> entry.item().gold() == wanted)
                    .count();
            labels.add(new Place(names.get(label), right, (double) items.size() / names.size()));
        }
        return Optional.of(new LabelBalance(subject, labels));
    }

    static Optional<Warning> warning(LabelBalance balance) {
        int most = balance.labels().stream().mapToInt(Place::right).max().orElse(0);
        int least = balance.labels().stream().mapToInt(Place::right).min().orElse(0);
        int all = balance.labels().stream().mapToInt(Place::right).sum();
        if (all < FEWEST || most <= IMBALANCE * least) {
            return Optional.empty();
        }
        return Optional.of(new Warning(
                Kind.BALANCE,
                balance.subject() + ": one label is right in " + percent((double) most / all)
                        + " of the items, another in " + percent((double) least / all)
                        + ", so the accuracy misleads; read F1 and MCC",
                List.of()));
    }

    /** Over items whose options differ, unless the suite says where the right one is. */
    static List<Place> positions(List<Entry> items) {
        int most =
                items.stream().mapToInt(entry -> entry.options().size()).max().orElse(0);
        return IntStream.range(0, most)
                .mapToObj(place -> new Place(
                        String.valueOf((char) ('A' + place)),
                        (int) items.stream()
                                .filter(entry -> entry.item().gold() == place)
                                .count(),
                        items.stream()
                                .filter(entry -> entry.options().size() > place)
                                .mapToDouble(entry -> 1.0 / entry.options().size())
                                .sum()))
                .toList();
    }

    static List<Warning> ofPositions(List<Place> places, int items) {
        return places.stream()
                .filter(place -> isSurprising(place.right(), place.expected(), items))
                .map(place -> new Warning(
                        Kind.BALANCE,
                        "the right answer is in place " + place.name() + " in " + count(place.right()) + " of "
                                + count(items) + " items; chance has " + count((int) Math.round(place.expected())),
                        List.of()))
                .toList();
    }

    static @Nullable Longest longest(List<Entry> items) {
        List<Entry> asked = items.stream().filter(Entry::hasGold).toList();
        if (asked.isEmpty()) {
            return null;
        }
        double right = asked.stream().mapToDouble(Golds::pointOfLongest).sum();
        double chance = asked.stream()
                .mapToDouble(entry -> 1.0 / entry.options().size())
                .sum();
        return new Longest(asked.size(), right / asked.size(), chance / asked.size());
    }

    static Optional<Warning> warning(@Nullable Longest longest) {
        return longest == null || longest.items() < FEWEST || longest.right() - longest.chance() <= GAIN
                ? Optional.empty()
                : Optional.of(new Warning(
                        Kind.BALANCE,
                        "the longest option is the right one in " + percent(longest.right())
                                + " of the items, where chance has " + percent(longest.chance()),
                        List.of()));
    }

    private static double pointOfLongest(Entry entry) {
        int longest = entry.options().stream().mapToInt(String::length).max().orElse(0);
        long equal = entry.options().stream()
                .filter(option -> option.length() == longest)
                .count();
        return entry.options().get(entry.item().gold()).length() == longest ? 1.0 / equal : 0;
    }

    private static boolean isSurprising(int right, double expected, int items) {
        double deviation = Math.sqrt(expected * (1 - expected / items));
        return items >= FEWEST && deviation > 0 && Math.abs(right - expected) > SURPRISING * deviation;
    }

    private static String count(int number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }
}
