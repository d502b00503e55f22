package dev.touchstone.training.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.safetensors.SafetensorsCheckpoint;
import dev.touchstone.training.Learner;
import dev.touchstone.training.SmallModel;
import dev.touchstone.training.model.Weights;
import java.nio.file.Path;

/** Compares PyTorch's graph with the engine that evaluates. */
final class SameProbabilities {

    private SameProbabilities() {}

    /**
     * Requires the same logarithms of probabilities, within 1e-4, of each token after each position.
     *
     * @param folder where the same weights are stored
     */
    static void require(Weights weights, Path folder, int[] tokens) {
        int vocabulary = weights.shape().vocabulary();
        try (Learner learner = new Learner(weights, 1);
                Llama llama = Llama.load(SafetensorsCheckpoint.open(folder), ModelOptions.defaults())) {
            float[] logits = learner.logits(SmallModel.row(tokens));
            LlamaSession session = llama.newSession();
            session.become(tokens);
            for (int position = 0; position < tokens.length; position++) {
                LogProbabilities ours = session.after(position);
                double normalizer = normalizer(logits, position * vocabulary, vocabulary);
                for (int token = 0; token < vocabulary; token++) {
                    assertThat(ours.of(token))
                            .isCloseTo(logits[position * vocabulary + token] - normalizer, within(1e-4));
                }
            }
        }
    }

    private static double normalizer(float[] logits, int from, int size) {
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = from; i < from + size; i++) {
            largest = Math.max(largest, logits[i]);
        }
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            sum += Math.exp(logits[i] - largest);
        }
        return largest + Math.log(sum);
    }
}
