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
import dev.touchstone.training.model.Group;
import dev.touchstone.training.model.Weights;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HuggingFaceFolderTest {

    @TempDir
    Path folder;

    @Test
    void thePureJavaEngineComputesWhatPyTorchComputes() throws IOException {
        new HuggingFaceFolder(folder).write(SmallModel.weights(), StoredType.F32);

        requireSameProbabilities(SmallModel.weights());
    }

    @Test
    void weightsStoredAsHalvesAreTheRoundedWeights() throws IOException {
        new HuggingFaceFolder(folder).write(SmallModel.weights(), StoredType.F16);
        Weights rounded = SmallModel.weights();
        for (Group group : Group.values()) {
            float[] values = rounded.of(group);
            for (int i = 0; i < values.length; i++) {
                values[i] = HalfTest.value(Half.bits(values[i]));
            }
        }

        requireSameProbabilities(rounded);
    }

    private void requireSameProbabilities(Weights weights) {
        int vocabulary = weights.shape().vocabulary();
        int[] tokens = new Random(3).ints(40, 0, vocabulary).toArray();
        try (Learner learner = new Learner(weights, 2);
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
        double sum = 0;
        for (int i = from; i < from + size; i++) {
            sum += Math.exp(logits[i]);
        }
        return Math.log(sum);
    }
}
