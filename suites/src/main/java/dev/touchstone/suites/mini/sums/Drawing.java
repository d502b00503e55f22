package dev.touchstone.suites.mini.sums;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * What was drawn for one problem.
 *
 * @param template the kind of problem
 * @param numbers by name, drawn ones first
 * @param words by name
 */
record Drawing(SumTemplate template, Map<String, Ratio> numbers, Map<String, String> words) {

    /** Enough that a template whose conditions hold once in a hundred draws practically never fails. */
    private static final int ATTEMPTS = 10_000;

    static Drawing draw(SumTemplate template, Map<String, List<String>> lists, Random random) {
        try {
            return new Drawing(template, numbers(template, random), words(template, lists, random));
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw new IllegalArgumentException("template '" + template.id() + "': " + e.getMessage(), e);
        }
    }

    /** What makes two problems the same, whatever their words. */
    String key() {
        return template.id()
                + numbers.entrySet().stream().limit(template.draw().size()).toList();
    }

    private static Map<String, Ratio> numbers(SumTemplate template, Random random) {
        for (int i = 0; i < ATTEMPTS; i++) {
            Map<String, Ratio> numbers = new LinkedHashMap<>();
            template.draw().forEach((name, range) -> numbers.put(name, number(range, numbers, random)));
            template.let().forEach((name, expression) -> numbers.put(name, Expression.value(expression, numbers)));
            if (template.where().stream()
                    .allMatch(condition -> Expression.value(condition, numbers).equals(Ratio.ONE))) {
                return numbers;
            }
        }
        throw new IllegalArgumentException(
                "no numbers meet " + template.where() + "; widen the ranges of " + template.draw());
    }

    private static Ratio number(String range, Map<String, Ratio> numbers, Random random) {
        int dots = range.indexOf("..");
        if (dots < 0) {
            String[] values = range.split(" ");
            return Ratio.whole(Long.parseLong(values[random.nextInt(values.length)]));
        }
        long low = Expression.value(range.substring(0, dots), numbers).toWhole();
        long high = Expression.value(range.substring(dots + 2), numbers).toWhole();
        if (high < low) {
            throw new IllegalArgumentException("range " + range + " is empty for " + numbers);
        }
        return Ratio.whole(low + random.nextInt((int) (high - low + 1)));
    }

    private static Map<String, String> words(SumTemplate template, Map<String, List<String>> lists, Random random) {
        Map<String, String> words = new LinkedHashMap<>();
        template.words().forEach((name, list) -> {
            List<String> left = new ArrayList<>(lists.getOrDefault(list, List.of()));
            left.removeAll(words.values());
            if (left.isEmpty()) {
                throw new IllegalArgumentException(
                        "no word left for '" + name + "' in the list '" + list + "'; there are " + lists.keySet());
            }
            words.put(name, left.get(random.nextInt(left.size())));
        });
        return words;
    }
}
