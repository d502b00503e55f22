package dev.touchstone.training.corpus;

import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Teaches that the letter before an option stands for it: lists options and then asks for the letters of several. A small model learns this only
 * when it is asked for alone and many times, with options of one token first.
 */
final class BindingCorpus implements Corpus {

    private static final float LETTER_WEIGHT = 3;

    private static final int QUERIES = 8;
    private static final List<String> LETTERS = List.of("A", "B", "C", "D");
    private static final List<String> CUES = List.of("Answer:", "答案：");

    private final String part;
    private final Words words;

    BindingCorpus(String part, Words words) {
        this.part = part;
        this.words = words;
    }

    @Override
    public Document next(Random random) {
        List<String> options = words.draw(LETTERS.size(), random);
        String cue = CUES.get(random.nextInt(CUES.size()));
        List<Segment> segments = new ArrayList<>();
        String before = list(options);
        for (int i = 0; i < QUERIES; i++) {
            int place = random.nextInt(options.size());
            segments.add(new Segment(before + options.get(place) + "\n" + cue, 0));
            segments.add(new Segment(" " + LETTERS.get(place), LETTER_WEIGHT));
            before = "\n";
        }
        return new Document(part, segments, false, 0);
    }

    private static String list(List<String> options) {
        StringBuilder list = new StringBuilder();
        for (int i = 0; i < options.size(); i++) {
            list.append(LETTERS.get(i)).append(". ").append(options.get(i)).append('\n');
        }
        return list.toString();
    }
}
