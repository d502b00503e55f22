package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.tokenizer.EncodedPair;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Expected windows are from lm_eval.utils.get_rolling_token_windows and make_disjoint_window of lm-evaluation-harness 0.4.13. */
class RollingWindowsTest {

    private static final int PREFIX = 99;

    @Test
    void theLastWindowHasAsMuchContextAsFits() {
        assertWindows(10, 4, "[99] -> [0, 1, 2, 3]", "[3] -> [4, 5, 6, 7]", "[5, 6, 7] -> [8, 9]");
    }

    @Test
    void aTextThatFitsIsOneWindow() {
        assertWindows(1, 4, "[99] -> [0]");
        assertWindows(4, 4, "[99] -> [0, 1, 2, 3]");
        assertWindows(5, 4, "[99] -> [0, 1, 2, 3]", "[0, 1, 2, 3] -> [4]");
    }

    @Test
    void aTextWithoutTokensHasNoWindows() {
        assertWindows(0, 4);
    }

    @Test
    void everyWindowFitsAndEveryTokenIsScoredOnce() {
        for (int length = 1; length < 40; length++) {
            List<EncodedPair> windows = RollingWindows.of(tokens(length), PREFIX, 7);
            assertThat(windows.stream().flatMapToInt(window -> Arrays.stream(window.continuation())))
                    .containsExactlyElementsOf(
                            IntStream.range(0, length).boxed().toList());
            assertThat(windows).allSatisfy(window -> {
                assertThat(ScoringWindow.of(window, 7).truncated()).isZero();
                assertThat(window.context()).isNotEmpty();
            });
        }
    }

    private static void assertWindows(int length, int contextLength, String... expected) {
        assertThat(RollingWindows.of(tokens(length), PREFIX, contextLength))
                .extracting(
                        window -> Arrays.toString(window.context()) + " -> " + Arrays.toString(window.continuation()))
                .containsExactly(expected);
    }

    private static int[] tokens(int length) {
        return IntStream.range(0, length).toArray();
    }
}
