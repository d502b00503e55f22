package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FirstHeadTest {

    private final TestModel model = TestModel.of(4, 2, true);
    private final Llama llama = Llama.load(model, ModelOptions.defaults());

    /** 300 tokens are more than are computed together. */
    @ParameterizedTest
    @ValueSource(ints = {1, 9, 300})
    void scoresAreThoseOfThePaper(int count) {
        int[] tokens = tokens(count, 1);
        double[][] scores = llama.newSession(5).attentionScores(tokens);
        double[][] naive = naive().firstScores(tokens, 5);

        assertThat(scores.length).isEqualTo(count);
        for (int i = 0; i < count; i++) {
            assertThat(scores[i]).containsExactly(naive[i], within(1e-5));
        }
    }

    @Test
    void scoresDependOnTheDistanceAndNotOnThePlace() {
        int[] same = new int[9];
        double[][] scores = llama.newSession().attentionScores(same);

        assertThat(scores[4][1]).isCloseTo(scores[8][5], within(1e-6));
        assertThat(Math.abs(scores[4][1] - scores[4][2])).isGreaterThan(1e-3);
    }

    @Test
    void aSessionGoesOnAsIfNobodyHadLooked() {
        LlamaSession session = llama.newSession();
        session.become(tokens(20, 1));
        session.attentionScores(tokens(30, 2));
        LlamaSession other = llama.newSession();

        assertThat(session.become(tokens(25, 1))).isEqualTo(5);
        other.become(tokens(25, 1));
        assertThat(TestModel.logits(session)).isDeepEqualTo(TestModel.logits(other));
    }

    private NaiveLlama naive() {
        return new NaiveLlama(
                model, RopeFrequencies.of(model.config().rope(), model.config().headSize(), new float[0]));
    }
}
