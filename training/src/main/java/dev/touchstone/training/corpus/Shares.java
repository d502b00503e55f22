package dev.touchstone.training.corpus;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Several corpora, each with its share of the text. */
final class Shares implements Corpus {

    /** Documents whose length is measured, for a corpus: enough for a few per cent. */
    private static final int MEASURED = 200;

    private final List<Corpus> corpora = new ArrayList<>();
    private final List<Double> bounds = new ArrayList<>();
    private double total;

    /**
     * Adds a corpus.
     *
     * @param share of all bytes, relative to those of the others
     */
    void add(Corpus corpus, double share) {
        total += share / meanLength(corpus);
        corpora.add(corpus);
        bounds.add(total);
    }

    /** In bytes; tokens would need a tokenizer, which is made from these documents. */
    private static double meanLength(Corpus corpus) {
        Random random = new Random(1);
        long bytes = 0;
        for (int i = 0; i < MEASURED; i++) {
            bytes += corpus.next(random).text().getBytes(StandardCharsets.UTF_8).length;
        }
        return (double) bytes / MEASURED;
    }

    @Override
    public Document next(Random random) {
        double point = random.nextDouble() * total;
        int index = 0;
        while (index < bounds.size() - 1 && bounds.get(index) <= point) {
            index++;
        }
        return corpora.get(index).next(random);
    }
}
