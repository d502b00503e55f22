package dev.touchstone.reference.tokenizer;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * Remembers the tokens of words. Two generations: when the young one is full it becomes the old one, whose words are forgotten unless they
 * are asked for again. Safe for several threads; losing a word in a race costs only its computation.
 */
final class WordCache {

    /** Words in a generation. English text has about 60,000 distinct words in 10 MB; two generations take some 20 MB. */
    private static final int GENERATION = 65_536;

    /** Characters. Longer words are rare and would let the cache grow without bound. */
    private static final int LONGEST_WORD = 64;

    private volatile Map<String, int[]> young = new ConcurrentHashMap<>();
    private volatile Map<String, int[]> old = Map.of();

    /** The tokens of {@code word}: remembered, or computed. The array must not be changed. */
    int[] get(String word, Function<String, int[]> compute) {
        if (word.length() > LONGEST_WORD) {
            return compute.apply(word);
        }
        int[] tokens = young.get(word);
        if (tokens == null) {
            int[] remembered = old.get(word);
            tokens = remembered == null ? compute.apply(word) : remembered;
            remember(word, tokens);
        }
        return tokens;
    }

    private void remember(String word, int[] tokens) {
        Map<String, int[]> generation = young;
        if (generation.size() >= GENERATION) {
            old = generation;
            generation = new ConcurrentHashMap<>();
            young = generation;
        }
        generation.put(word, tokens);
    }
}
