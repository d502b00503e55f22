package dev.touchstone.training.corpus;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Corpora that follow each other. Each comes in little by little, since what was just learned is lost when the text changes at once. */
final class Curriculum implements Corpus {

    private final List<Stage> stages = new ArrayList<>();

    /**
     * A corpus and its place.
     *
     * @param start documents before the first one of it
     * @param end documents before it is alone
     */
    private record Stage(long start, long end, Corpus corpus) {

        double share(long number) {
            return number >= end ? 1 : Math.max(0, (double) (number - start) / (end - start));
        }
    }

    /** Adds a corpus that begins after {@code start} documents and is the only one after {@code end}. */
    Curriculum then(long start, long end, Corpus corpus) {
        stages.add(new Stage(start, end, corpus));
        return this;
    }

    @Override
    public Document next(long number, Random random) {
        for (int i = stages.size() - 1; i > 0; i--) {
            double share = stages.get(i).share(number);
            if (share > 0 && random.nextDouble() < share) {
                return stages.get(i).corpus().next(number, random);
            }
        }
        return stages.get(0).corpus().next(number, random);
    }

    @Override
    public Document next(Random random) {
        return next(Long.MAX_VALUE, random);
    }
}
