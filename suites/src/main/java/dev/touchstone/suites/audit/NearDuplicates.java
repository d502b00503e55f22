package dev.touchstone.suites.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Items that are nearly a solved example: at least four fifths of the runs of three words that either has are in both (Broder, "On the resemblance and
 * containment of documents", 1997). A Chinese character counts as a word.
 */
final class NearDuplicates {

    private static final double RESEMBLANCE = 0.8;
    private static final int RUN = 3;

    /** In shorter texts one other word changes everything. */
    private static final int FEWEST_RUNS = 8;

    private static final Pattern WORD =
            Pattern.compile("\\p{IsHan}|[\\p{L}\\p{N}&&[^\\p{IsHan}]]+", Pattern.UNICODE_CHARACTER_CLASS);

    private NearDuplicates() {}

    /** Ids of items that are nearly a shot, each with the shot's. */
    static List<String> of(List<Entry> items, List<Entry> shots) {
        Map<String, List<Integer>> places = new HashMap<>();
        List<Set<String>> runs = shots.stream().map(shot -> runs(shot.text())).toList();
        for (int shot = 0; shot < runs.size(); shot++) {
            for (String run : runs.get(shot)) {
                places.computeIfAbsent(run, key -> new ArrayList<>()).add(shot);
            }
        }
        List<String> near = new ArrayList<>();
        for (Entry item : items) {
            int shot = nearest(runs(item.text()), runs, places);
            if (shot >= 0 && !item.key().equals(shots.get(shot).key())) {
                near.add(item.id());
                near.add(shots.get(shot).id());
            }
        }
        return near;
    }

    /** The shot that resembles most, or -1. */
    private static int nearest(Set<String> item, List<Set<String>> shots, Map<String, List<Integer>> places) {
        if (item.size() < FEWEST_RUNS) {
            return -1;
        }
        Map<Integer, Integer> common = new HashMap<>();
        item.forEach(run -> places.getOrDefault(run, List.of()).forEach(shot -> common.merge(shot, 1, Integer::sum)));
        int nearest = -1;
        double best = RESEMBLANCE;
        for (Map.Entry<Integer, Integer> candidate : common.entrySet()) {
            int shot = candidate.getKey();
            double all = item.size() + shots.get(shot).size() - candidate.getValue();
            double resemblance = candidate.getValue() / all;
            if (resemblance > best || resemblance == best && (nearest < 0 || shot < nearest)) {
                best = resemblance;
                nearest = shot;
            }
        }
        return nearest;
    }

    private static Set<String> runs(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(Entry.normal(text));
        while (matcher.find()) {
            words.add(matcher.group());
        }
        Set<String> runs = new HashSet<>();
        for (int i = 0; i + RUN <= words.size(); i++) {
            runs.add(String.join(" ", words.subList(i, i + RUN)));
        }
        return runs;
    }
}
