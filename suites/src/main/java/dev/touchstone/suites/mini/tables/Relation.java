package dev.touchstone.suites.mini.tables;

import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Facts of one kind. In a question {@code {thing}} stands for the thing, in a statement {@code {answer}} for the answer too.
 *
 * @param relation its id, unique in the file
 * @param questions wordings of the question, at least two
 * @param statements wordings of the fact, at least three
 * @param facts the answer to each thing, in the file's order
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Relation(String relation, List<String> questions, List<String> statements, Map<String, String> facts) {

    /** All different answers, in the file's order: what wrong options are drawn from. */
    public List<String> answers() {
        return facts.values().stream().distinct().toList();
    }

    /** The things with that answer, in the file's order; empty when there is none. */
    public List<String> thingsWith(String answer) {
        return facts.keySet().stream()
                .filter(thing -> answer.equals(facts.get(thing)))
                .toList();
    }

    /**
     * The question about a thing.
     *
     * @param wording an index of {@link #questions()}
     */
    public String question(String thing, int wording) {
        return questions.get(wording).replace("{thing}", thing);
    }

    /**
     * The fact about a thing, as a sentence.
     *
     * @param thing a key of {@link #facts()}
     * @param wording an index of {@link #statements()}
     */
    public String statement(String thing, int wording) {
        String sentence =
                statements.get(wording).replace("{thing}", thing).replace("{answer}", facts.getOrDefault(thing, ""));
        int first = sentence.codePointAt(0);
        return Character.toString(Character.toUpperCase(first)) + sentence.substring(Character.charCount(first));
    }
}
