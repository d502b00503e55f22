package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.session;
import static dev.touchstone.reference.llama.TestModel.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LlamaSessionTest {

    private final LlamaSession session = session(TestModel.of(4, 2, true));

    @Test
    void probabilitiesSumToOne() {
        session.become(tokens(9, 1));
        double sum = 0;
        for (int token = 0; token < TestModel.VOCABULARY; token++) {
            sum += Math.exp(session.after(8).of(token));
        }
        assertThat(sum).isCloseTo(1, within(1e-6));
    }

    @Test
    void theMostProbableTokenHasTheLargestLogit() {
        session.become(tokens(9, 1));
        LogProbabilities after = session.after(8);
        for (int token = 0; token < TestModel.VOCABULARY; token++) {
            assertThat(after.of(token)).isLessThanOrEqualTo(after.of(after.mostProbable()));
        }
    }

    @Test
    void remembersTheLatestDistributionUntilItsPositionChanges() {
        int[] tokens = tokens(9, 1);
        session.become(tokens);
        LogProbabilities first = session.after(8);
        session.become(Arrays.copyOf(tokens, 12));
        assertThat(session.after(8)).isSameAs(first);
        session.become(tokens(9, 2));
        assertThat(session.after(8)).isNotSameAs(first);
    }

    @Test
    void scoresManyPositionsAsItScoresOne() {
        session.become(tokens(40, 1));
        LogProbabilities[] together = session.after(1, 39);
        for (int position = 1; position < 40; position++) {
            assertThat(together[position - 1].of(3))
                    .isEqualTo(session.after(position).of(3));
        }
    }

    @Test
    void refusesSequencesLongerThanTheContext() {
        assertThatThrownBy(() -> session.become(new int[TestModel.CONTEXT + 1]))
                .isInstanceOf(ModelException.class)
                .hasMessage("a sequence of 701 tokens is longer than the model's context of 700 tokens; cut it before");
    }

    @Test
    void refusesTokensThatAreNotInTheVocabulary() {
        assertThatThrownBy(() -> session.become(new int[] {1, TestModel.VOCABULARY}))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "token 211 is not in the model's vocabulary of 211 tokens; the tokenizer is not this model's");
    }
}
