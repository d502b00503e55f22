package dev.touchstone.training.corpus;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.List;
import java.util.Random;

/** Lists that come twice. What comes the second time can be predicted only by looking it up. */
final class RepetitionCorpus implements Corpus {

    private final String part;
    private final Words words;
    private final int fewest;
    private final int most;

    /** Lists of {@code fewest} to {@code most} words. */
    RepetitionCorpus(String part, Words words, int fewest, int most) {
        this.part = part;
        this.words = words;
        this.fewest = fewest;
        this.most = most;
    }

    @Override
    public Document next(Random random) {
        String list = String.join(" ", words.draw(fewest + random.nextInt(most - fewest + 1), random));
        return new Document(part, List.of(new Segment(list + "\n", 0), new Segment(list, 1)), false, 0);
    }
}
