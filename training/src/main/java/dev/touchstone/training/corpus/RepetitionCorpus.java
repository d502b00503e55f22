package dev.touchstone.training.corpus;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.List;
import java.util.Random;

/**
 * Lists that come twice. What comes the second time can be predicted only by looking it up.
 *
 * @param fewest words of a list
 * @param most words of a list
 */
record RepetitionCorpus(String part, Words words, int fewest, int most) implements Corpus {

    @Override
    public Document next(Random random) {
        String list = String.join(" ", words.draw(fewest + random.nextInt(most - fewest + 1), random));
        return new Document(part, List.of(new Segment(list + "\n", 0), new Segment(list, 1)), false, 0);
    }
}
