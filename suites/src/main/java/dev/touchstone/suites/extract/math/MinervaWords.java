package dev.touchstone.suites.extract.math;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The tables of lm-eval's {@code normalize_final_answer}, read from {@code minerva.yaml}. */
final class MinervaWords {

    private static final JsonNode TABLES = tables();

    static final List<Substitution> SUBSTITUTIONS = TABLES.get("substitutions")
            .valueStream()
            .map(row -> new Substitution(row.get(0).asString(), row.get(1).asString()))
            .toList();

    static final List<String> REMOVED =
            TABLES.get("removed").valueStream().map(JsonNode::asString).toList();

    /** Python's {@code (?<!\\)\bWORD\b} for each word, with Python's idea of a word character. */
    static final List<Pattern> WORDS = REMOVED.stream()
            .filter(MinervaWords::isWord)
            .map(word -> Pattern.compile("(?<![\\\\\\p{L}\\p{N}_])" + word + "(?![\\p{L}\\p{N}_])"))
            .toList();

    private MinervaWords() {}

    static boolean isWord(String expression) {
        return expression.chars().allMatch(Character::isLetter);
    }

    private static JsonNode tables() {
        try (InputStream in = MinervaWords.class.getResourceAsStream("minerva.yaml")) {
            return new YAMLMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    record Substitution(String before, String after) {}
}
