package dev.touchstone.training.corpus;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lists of which it is asked what comes after some of the words.
 *
 * @param fewest words of a list, at least 2
 * @param most words of a list
 */
record LookUpCorpus(String part, Words words, int fewest, int most) implements Corpus {

    @Override
    public Document next(Random random) {
        List<String> list = words.draw(fewest + random.nextInt(most - fewest + 1), random);
        List<Segment> segments = new ArrayList<>();
        String before = String.join(" ", list) + "\n";
        for (int i = 0; i < list.size() / 2; i++) {
            int place = random.nextInt(list.size() - 1);
            segments.add(new Segment(before + list.get(place) + " >", 0));
            segments.add(new Segment(" " + list.get(place + 1), 1));
            before = "\n";
        }
        return new Document(part, segments, false, 0);
    }
}
