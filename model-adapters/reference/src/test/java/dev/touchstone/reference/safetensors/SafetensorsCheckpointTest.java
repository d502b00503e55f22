package dev.touchstone.reference.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import dev.touchstone.reference.tensor.Tensor;
import dev.touchstone.reference.testing.TinyFolder;
import dev.touchstone.reference.testing.TinyLlama;
import dev.touchstone.reference.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsCheckpointTest {

    private static final long SEED = 42;

    @TempDir
    Path folder;

    @Test
    void readsTheConfiguration() {
        try (SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.open(TinyModels.folder(folder, SEED))) {
            Rope rope = new Rope(10000, Pairs.HALVES, new Scaling.None());
            assertThat(checkpoint.config())
                    .isEqualTo(new LlamaConfig(2, 64, 4, 2, 16, 96, 300, 128, 1e-5f, rope, false));
        }
    }

    /** Half a step: 2^-11 of a weight of at most 1.5 for F16, 2^-8 for BF16. */
    @ParameterizedTest
    @CsvSource({"F32, 0", "F16, 0.0008", "BF16, 0.006"})
    void readsEveryWeightUnderItsCanonicalName(String type, float tolerance) {
        TinyLlama model = TinyModels.llama(SEED);
        try (SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.open(TinyModels.folder(folder, SEED, type))) {
            for (String name : model.weights().keySet()) {
                Tensor tensor = checkpoint.find(name).orElseThrow();
                assertThat(tensor.name()).isEqualTo(name);
                assertThat(tensor.type()).isEqualTo(type);
                assertThat(tensor.rows()).isEqualTo(model.rows(name));
                assertThat(values(tensor)).containsExactly(model.weights().get(name), within(tolerance));
            }
        }
    }

    @Test
    void readsShards() throws IOException {
        TinyLlama model = TinyModels.llama(SEED);
        ShardedFolder.write(model, folder);
        try (SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.open(folder)) {
            for (String name : model.weights().keySet()) {
                assertThat(values(checkpoint.find(name).orElseThrow()))
                        .containsExactly(model.weights().get(name));
            }
        }
    }

    @Test
    void fingerprintCoversTheShardsInNameOrder() throws Exception {
        ShardedFolder.write(TinyModels.llama(SEED), folder);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(Files.readAllBytes(folder.resolve(ShardedFolder.FIRST)));
        digest.update(Files.readAllBytes(folder.resolve(ShardedFolder.SECOND)));
        try (SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.open(folder)) {
            assertThat(checkpoint.fingerprint())
                    .isEqualTo("sha256:" + HexFormat.of().formatHex(digest.digest()));
        }
    }

    @Test
    void tiedEmbeddingsNeedNoOutputMatrix() {
        TinyFolder.write(TinyModels.tiedLlama(SEED), "F32", folder);
        try (SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.open(folder)) {
            assertThat(checkpoint.config().tiedEmbeddings()).isTrue();
            assertThat(checkpoint.find("output.weight")).isEmpty();
        }
    }

    @Test
    void tiedEmbeddingsHideAStoredOutputMatrixAsInTransformers() throws IOException {
        TinyModels.folder(folder, SEED);
        TinyFolder.writeJson(
                folder.resolve("config.json"),
                TinyFolder.config(TinyModels.llama(SEED).shape().tied(), "F32"));
        try (SafetensorsCheckpoint checkpoint = SafetensorsCheckpoint.open(folder)) {
            assertThat(checkpoint.find("output.weight")).isEmpty();
        }
    }

    @Test
    void ignoresStoredRotaryFrequenciesWhichFollowFromTheConfiguration() {
        TinyModels.folder(folder, SEED);
        TinyFolder.weights(TinyModels.llama(SEED), "F32")
                .tensor("model.layers.0.self_attn.rotary_emb.inv_freq", "F32", new float[8], 8)
                .write(folder.resolve("model.safetensors"));
        SafetensorsCheckpoint.open(folder).close();
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[tensor.rows() * tensor.columns()];
        tensor.read(0, tensor.rows(), values, 0);
        return values;
    }
}
