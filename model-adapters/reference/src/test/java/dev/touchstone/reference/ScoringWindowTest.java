package dev.touchstone.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tokenizer.EncodedPair;
import org.junit.jupiter.api.Test;

class ScoringWindowTest {

    private static final EncodedPair PAIR = new EncodedPair(new int[] {1, 2, 3, 4}, new int[] {5, 6, 7});

    @Test
    void feedsAllTokensButTheLast() {
        ScoringWindow window = ScoringWindow.of(PAIR, 6);
        assertThat(window.input()).containsExactly(1, 2, 3, 4, 5, 6);
        assertThat(window.contextTokens()).isEqualTo(4);
        assertThat(window.truncated()).isZero();
    }

    @Test
    void cutsTheBeginningOfTheContext() {
        ScoringWindow window = ScoringWindow.of(PAIR, 4);
        assertThat(window.input()).containsExactly(3, 4, 5, 6);
        assertThat(window.contextTokens()).isEqualTo(2);
        assertThat(window.truncated()).isEqualTo(2);
    }

    @Test
    void keepsOneTokenOfContextForAContinuationAsLongAsTheContextLength() {
        ScoringWindow window = ScoringWindow.of(PAIR, 3);
        assertThat(window.input()).containsExactly(4, 5, 6);
        assertThat(window.contextTokens()).isEqualTo(1);
        assertThat(window.truncated()).isEqualTo(3);
    }

    @Test
    void refusesContinuationsLongerThanTheContextLength() {
        assertThatThrownBy(() -> ScoringWindow.of(PAIR, 2))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "a continuation of 3 tokens is longer than the model's context of 2 tokens; use a model with a longer"
                                + " context, or split the text");
    }
}
