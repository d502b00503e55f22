package dev.touchstone.model;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LanguageModelTest {

    private final LanguageModel model = new OnlyLoglikelihoods();

    @Test
    void aModelThatCannotGenerateSaysSoByName() {
        assertThatThrownBy(() -> model.generate(List.of(), (index, response) -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessage("the model plain:one can't generate text; take a model that can, or a suite that compares"
                        + " log-likelihoods");
    }

    @Test
    void aModelThatCannotScoreTextsSaysSoByName() {
        assertThatThrownBy(() -> model.rollingLoglikelihoods(List.of(), (index, response) -> {}))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "the model plain:one can't compute the log-likelihood of a whole text; take a model that can,"
                                + " or a suite without perplexity");
    }

    private static final class OnlyLoglikelihoods implements LanguageModel {

        @Override
        public ModelDescription description() {
            return new ModelDescription("plain:one", "sha256:00", "none", 0, 0, "native", "none", Map.of());
        }

        @Override
        public void loglikelihoods(List<LoglikelihoodRequest> requests, ResponseListener listener) {}

        @Override
        public void close() {}
    }
}
