package dev.touchstone.training.tokenizer;

import dev.touchstone.training.tokenizer.BytePairs.Merge;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** How often each pair of neighbouring tokens comes, kept up to date while pairs are merged. */
final class PairCounts {

    /** A pair that comes once teaches nothing. */
    private static final long LEAST = 2;

    private final int longest;
    private final List<int[]> words = new ArrayList<>();
    private final List<Long> wordCounts = new ArrayList<>();
    private final Map<Long, Long> counts = new HashMap<>();
    private final Map<Long, Set<Integer>> wordsOfPair = new HashMap<>();
    /** The bytes of each token, one character each. */
    private final List<String> texts = new ArrayList<>();

    private final Set<String> known = new HashSet<>();
    /** May hold counts of the past: an entry is valid if it still has the pair's count. */
    private final PriorityQueue<Counted> queue = new PriorityQueue<>(
            Comparator.comparingLong(Counted::count).reversed().thenComparingLong(Counted::pair));

    private record Counted(long pair, long count) {}

    PairCounts(int longest) {
        this.longest = longest;
        for (int id = 0; id < BytePairs.FIRST_MERGE; id++) {
            texts.add(Character.toString((char) Math.max(0, id - BytePairs.FIRST_BYTE)));
        }
    }

    /** Adds a word that comes {@code count} times. */
    void add(int[] word, long count) {
        words.add(word);
        wordCounts.add(count);
        change(words.size() - 1, 1, new HashSet<>());
    }

    private static long pair(int left, int right) {
        return (long) left << 32 | right;
    }

    /** Adds the pairs of a word ({@code sign} 1) or takes them away (-1). */
    private void change(int word, int sign, Set<Long> changed) {
        int[] tokens = words.get(word);
        long count = sign * wordCounts.get(word);
        for (int i = 0; i + 1 < tokens.length; i++) {
            long pair = pair(tokens[i], tokens[i + 1]);
            counts.merge(pair, count, Long::sum);
            if (sign > 0) {
                wordsOfPair.computeIfAbsent(pair, key -> new HashSet<>()).add(word);
            }
            changed.add(pair);
        }
    }

    /** Merges the most frequent pair into token {@code id}; null when none comes often enough. */
    @Nullable
    Merge mergeBest(int id) {
        if (queue.isEmpty()) {
            enqueue(counts.keySet());
        }
        while (!queue.isEmpty()) {
            Counted best = queue.remove();
            Merge merge = new Merge((int) (best.pair() >> 32), (int) best.pair());
            if (counts.getOrDefault(best.pair(), 0L) == best.count() && isAllowed(merge)) {
                texts.add(text(merge));
                known.add(text(merge));
                replace(merge, best.pair(), id);
                return merge;
            }
        }
        return null;
    }

    /** Two ways to merge the same bytes would be two tokens of one name. */
    private boolean isAllowed(Merge merge) {
        String text = text(merge);
        return text.length() <= longest && !known.contains(text);
    }

    private String text(Merge merge) {
        return texts.get(merge.left()) + texts.get(merge.right());
    }

    private void enqueue(Set<Long> pairs) {
        for (long pair : pairs) {
            long count = counts.getOrDefault(pair, 0L);
            if (count >= LEAST) {
                queue.add(new Counted(pair, count));
            }
        }
    }

    private void replace(Merge merge, long pair, int id) {
        Set<Long> changed = new HashSet<>();
        for (int word : new TreeSet<>(wordsOfPair.remove(pair))) {
            change(word, -1, changed);
            words.set(word, merged(words.get(word), merge, id));
            change(word, 1, changed);
        }
        enqueue(changed);
    }

    private static int[] merged(int[] tokens, Merge merge, int id) {
        int[] merged = new int[tokens.length];
        int size = 0;
        for (int i = 0; i < tokens.length; i++) {
            boolean isPair = i + 1 < tokens.length && tokens[i] == merge.left() && tokens[i + 1] == merge.right();
            merged[size++] = isPair ? id : tokens[i];
            i += isPair ? 1 : 0;
        }
        return Arrays.copyOf(merged, size);
    }
}
