package dev.touchstone.sanity;

import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.suites.Suite.Subject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** A control mark, such as the end of a chat message, is one token, and its own text again. */
final class ControlMarks implements Inspection {

    /** Marks that evidence names; more would hide the count. */
    private static final int NAMED = 3;

    @Override
    public Subject subject() {
        return Subjects.ROUND_TRIP;
    }

    @Override
    public String statement() {
        return "Control marks: each becomes its one token, also between other words, and its text again.";
    }

    @Override
    public Finding inspect(InspectableModel model) {
        Tokenizer tokenizer = model.tokenizer();
        int[] marks = IntStream.range(0, tokenizer.vocabularySize())
                .filter(tokenizer::isControl)
                .toArray();
        if (marks.length == 0) {
            return Finding.skipped("control marks: the vocabulary has none");
        }
        List<String> broken = Arrays.stream(marks)
                .filter(mark -> !comesBack(tokenizer, mark))
                .mapToObj(mark -> "'" + text(tokenizer, mark) + "' (" + mark + ")")
                .toList();
        return Finding.of(
                broken.isEmpty(),
                "control marks: " + marks.length
                        + (broken.isEmpty()
                                ? ", each one token and back"
                                : ", of which "
                                        + broken.size() + " are not one token and back, such as "
                                        + String.join(", ", broken.subList(0, Math.min(NAMED, broken.size())))),
                Figures.numbers("marks", marks.length, "broken", broken.size()));
    }

    private static boolean comesBack(Tokenizer tokenizer, int mark) {
        String text = text(tokenizer, mark);
        String sentence = "Hello" + text + "world";
        int[] between = tokenizer.encode(sentence, false);
        return Arrays.equals(tokenizer.encode(text, false), new int[] {mark})
                && Arrays.stream(between).filter(token -> token == mark).count() == 1
                && Arrays.equals(tokenizer.decode(between), sentence.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Tokenizer tokenizer, int mark) {
        return new String(tokenizer.decode(new int[] {mark}), StandardCharsets.UTF_8);
    }
}
