package dev.touchstone.suites.mini.tables;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Naive Bayes on the words of an option: is it a right one? Counts start at one. */
public final class OptionWords {

    private final Map<String, Integer> right = new HashMap<>();
    private final Map<String, Integer> wrong = new HashMap<>();
    private int rightOptions;
    private int wrongOptions;

    public void read(List<String> options, int gold) {
        for (int i = 0; i < options.size(); i++) {
            Map<String, Integer> counts = i == gold ? right : wrong;
            new HashSet<>(Baselines.words(options.get(i))).forEach(word -> counts.merge(word, 1, Integer::sum));
        }
        rightOptions++;
        wrongOptions += options.size() - 1;
    }

    /** Logarithm of the odds of being right, without the constant. */
    public double score(String option) {
        return new HashSet<>(Baselines.words(option))
                .stream().mapToDouble(this::logOdds).sum();
    }

    private double logOdds(String word) {
        return Math.log((right.getOrDefault(word, 0) + 1.0) / (rightOptions + 2.0))
                - Math.log((wrong.getOrDefault(word, 0) + 1.0) / (wrongOptions + 2.0));
    }
}
