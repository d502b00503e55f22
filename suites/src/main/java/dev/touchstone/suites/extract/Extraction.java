package dev.touchstone.suites.extract;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What an {@link Extractor} made of a generated text: an answer and where it stands, or none. Never a guess. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public sealed interface Extraction {

    /** No rule found an answer: an outcome of its own, not a wrong answer. */
    Extraction NO_ANSWER = new NoAnswer();

    /**
     * An answer.
     *
     * @param rule the rule that found it, such as {@code answer-is}
     * @param from index of its first UTF-16 unit in the text
     * @param to index after its last one; {@code from <= to}
     * @param value the answer, never empty: the text between the two, or what the rule makes of it ({@code 1000} of {@code 1,000})
     */
    record Answer(String rule, int from, int to, String value) implements Extraction {

        /** Checks that the span is one and that there is a value. */
        public Answer {
            if (from < 0 || to < from || value.isEmpty()) {
                throw new IllegalArgumentException("rule " + rule + ": value '" + value + "' at [" + from + "," + to
                        + ") is no answer; an answer has a value, and 0 <= from <= to");
            }
        }
    }

    /** See {@link #NO_ANSWER}. */
    record NoAnswer() implements Extraction {}

    /** The part of a text as an answer, or {@link #NO_ANSWER} when the part is empty. */
    static Extraction of(String rule, String text, int from, int to) {
        return from >= to ? NO_ANSWER : new Answer(rule, from, to, text.substring(from, to));
    }
}
