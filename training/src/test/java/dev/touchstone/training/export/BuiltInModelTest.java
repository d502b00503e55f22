package dev.touchstone.training.export;

import dev.touchstone.builtin.BuiltInModelProvider;
import dev.touchstone.djl.tokenizers.HuggingFaceTokenizerProvider;
import dev.touchstone.reference.safetensors.SafetensorsCheckpoint;
import dev.touchstone.reference.tensor.Checkpoint;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The weights that are shipped, in the graph that trained them and in the engine that evaluates them. */
class BuiltInModelTest {

    @TempDir
    Path folder;

    @BeforeEach
    void unpack() throws IOException {
        for (String file : List.of("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json")) {
            try (InputStream in = BuiltInModelProvider.class.getResourceAsStream("model/" + file)) {
                Files.copy(in, folder.resolve(file));
            }
        }
    }

    @Test
    void pyTorchAndThePureJavaEngineGiveTheSameProbabilities() {
        String text =
                "Question: In which part of the body is the femur found?\nAnswer: thigh\n\n问题：一周有几天？\n答案： 七天\n\n12 + 34 = 46";
        int[] tokens = new HuggingFaceTokenizerProvider().open(folder).encode(text, false);
        try (Checkpoint checkpoint = SafetensorsCheckpoint.open(folder)) {
            SameProbabilities.require(CheckpointWeights.read(checkpoint), folder, tokens);
        }
    }
}
