package dev.touchstone.training.export;

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
        int[] tokens = new Random(3).ints(40, 0, weights.shape().vocabulary()).toArray();
        SameProbabilities.require(weights, folder, tokens);
    }
}
