package dev.touchstone.reference.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class UnicodeClassesTest {

    private static final Pattern LETTER = Pattern.compile("\\p{L}");
    private static final Pattern NUMBER = Pattern.compile("\\p{N}");
    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}");

    @Test
    void agreesWithTheJdkOnEachCharacterThatItKnows() {
        assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                        .filter(codePoint -> Character.getType(codePoint) != Character.UNASSIGNED)
                        .filter(codePoint -> UnicodeClasses.of(codePoint) != classOf(codePoint))
                        .mapToObj(Integer::toHexString))
                .isEmpty();
    }

    /** Counts: every code point tried with Hugging Face tokenizers 0.22.1, {@code Split(Regex(r"\p{L}"), "removed")} and so on. */
    @Test
    void hasAsManyCharactersOfEachClassAsHuggingFaceTokenizers() {
        assertThat(count(UnicodeClasses.LETTER)).isEqualTo(141_028);
        assertThat(count(UnicodeClasses.NUMBER)).isEqualTo(1_911);
        assertThat(count(UnicodeClasses.SPACE)).isEqualTo(25);
    }

    private static byte classOf(int codePoint) {
        String text = Character.toString(codePoint);
        if (LETTER.matcher(text).matches()) {
            return UnicodeClasses.LETTER;
        }
        if (NUMBER.matcher(text).matches()) {
            return UnicodeClasses.NUMBER;
        }
        return SPACE.matcher(text).matches() ? UnicodeClasses.SPACE : UnicodeClasses.OTHER;
    }

    private static long count(byte kind) {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT)
                .filter(codePoint -> UnicodeClasses.of(codePoint) == kind)
                .count();
    }
}
