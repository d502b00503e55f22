package dev.touchstone.training.corpus;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.Lesson;
import dev.touchstone.suites.mini.MiniSubject;
import dev.touchstone.training.data.Corpus;
import dev.touchstone.training.data.Document;
import dev.touchstone.training.data.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Lists of words and numbers that come twice. What comes the second time can be predicted only by looking it up, which a model needs for
 * everything else: comparing sentences, calculating with given numbers, finding an option's letter.
 */
final class CopyingCorpus implements Corpus {

    private static final String PART = "copying";
    private static final int FEWEST = 4;
    private static final int MOST = 14;

    /** The options of C-Eval and MMLU. */
    private static final List<String> FIELDS = List.of("A", "B", "C", "D");

    private final List<MiniSubject> subjects;

    CopyingCorpus(List<MiniSubject> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    @Override
    public Document next(Random random) {
        List<String> words = words(random);
        return random.nextBoolean() ? repeated(words) : lookedUp(words, random);
    }

    private List<String> words(Random random) {
        List<String> words = new ArrayList<>();
        int count = FEWEST + random.nextInt(MOST - FEWEST + 1);
        boolean areNumbers = random.nextInt(3) == 0;
        for (int i = 0; i < count; i++) {
            words.add(areNumbers ? number(random) : word(random));
        }
        return words;
    }

    private static Document repeated(List<String> words) {
        String text = String.join(" ", words);
        return new Document(PART, List.of(new Segment(text + "\n", 0), new Segment(text, 1)), false, 0);
    }

    /** Asks for the word after, or before, one that was listed. */
    private static Document lookedUp(List<String> words, Random random) {
        List<Segment> segments = new ArrayList<>();
        StringBuilder context = new StringBuilder(String.join(" ", words)).append('\n');
        boolean isAfter = random.nextBoolean();
        for (int i = 0; i < words.size() / 2; i++) {
            int place = random.nextInt(words.size() - 1);
            String given = words.get(isAfter ? place : place + 1);
            String asked = words.get(isAfter ? place + 1 : place);
            context.append(given).append(isAfter ? " >" : " <");
            segments.add(new Segment(context.toString(), 0));
            segments.add(new Segment(" " + asked, 1));
            context.setLength(0);
            context.append('\n');
        }
        return new Document(PART, segments, false, 0);
    }

    private static String number(Random random) {
        return Integer.toString(random.nextInt(random.nextBoolean() ? 100 : 1000));
    }

    private String word(Random random) {
        while (true) {
            MiniSubject subject = subjects.get(random.nextInt(subjects.size()));
            if (subject.lesson(random) instanceof Lesson.Exercise exercise) {
                Item item = exercise.item();
                return item.fields().get(FIELDS.get(random.nextInt(FIELDS.size())));
            }
        }
    }
}
