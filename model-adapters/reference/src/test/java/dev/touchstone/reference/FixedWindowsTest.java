package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.RollingRequest.Windows;
import dev.touchstone.model.Tokenizer;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected windows follow {@code perplexity()} of llama.cpp's tools/perplexity/perplexity.cpp: first = n_ctx / 2, and n_ctx - first - 1 tokens are scored. */
class FixedWindowsTest {

    private static final int BOS = 1000;

    @Test
    void theSecondHalfOfEachWindowButItsFirstTokenIsScored() {
        assertThat(windows("0123456789abcdefgh", false, 8, 9))
                .containsExactly("[0, 1, 2, 3, 4] -> [5, 6, 7]", "[8, 9, 10, 11, 12] -> [13, 14, 15]");
    }

    @Test
    void ofAnOddNumberTheSecondHalfIsTheLongerOne() {
        assertThat(windows("0123456", false, 7, 9)).containsExactly("[0, 1, 2, 3] -> [4, 5, 6]");
    }

    @Test
    void noMoreWindowsThanWanted() {
        assertThat(windows("0123456789abcdefgh", false, 4, 3)).hasSize(3);
    }

    /** The text's own BOS shifts its tokens by one; of each later window one token is lost. */
    @Test
    void aBosTakesThePlaceOfEachWindowsFirstToken() {
        assertThat(windows("0123456", true, 4, 9)).containsExactly("[1000, 0, 1] -> [2]", "[1000, 4, 5] -> [6]");
    }

    @Test
    void aTextThatIsTooShortSaysSo() {
        assertThatThrownBy(() -> windows("012", false, 4, 1))
                .isInstanceOf(ModelException.class)
                .hasMessage("a text of 3 tokens is too short for a window of 4 tokens; take a longer text");
    }

    @Test
    void windowsOfNothingAreRefused() {
        assertThatThrownBy(() -> new Windows(3, 1))
                .hasMessage("a window has at least 4 tokens, and there is at least 1; not 3 and 1");
    }

    private static List<String> windows(String text, boolean addsBos, int tokens, int most) {
        return FixedWindows.of(new Digits(addsBos), text, new Windows(tokens, most)).stream()
                .map(pair -> Arrays.toString(pair.context()) + " -> " + Arrays.toString(pair.continuation()))
                .toList();
    }

    /** A character is a token. */
    private record Digits(boolean addsBos) implements Tokenizer {

        @Override
        public int vocabularySize() {
            return BOS + 1;
        }

        @Override
        public int[] encode(String text, boolean addSpecials) {
            IntStream digits = text.chars().map(c -> Character.digit(c, 36));
            return (addSpecials && addsBos ? IntStream.concat(IntStream.of(BOS), digits) : digits).toArray();
        }

        @Override
        public byte[] decode(int[] ids) {
            return new byte[0];
        }

        @Override
        public OptionalInt bos() {
            return OptionalInt.of(BOS);
        }

        @Override
        public OptionalInt eos() {
            return OptionalInt.empty();
        }
    }
}
