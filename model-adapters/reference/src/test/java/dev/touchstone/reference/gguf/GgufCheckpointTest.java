package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import dev.touchstone.reference.tensor.Tensor;
import dev.touchstone.reference.testing.GgufWriter;
import dev.touchstone.reference.testing.TinyGguf;
import dev.touchstone.reference.testing.TinyLlama;
import dev.touchstone.reference.testing.TinyModels;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GgufCheckpointTest {

    private static final long SEED = 42;

    @TempDir
    Path folder;

    @Test
    void readsTheConfiguration() {
        Rope rope = new Rope(10000, Pairs.ADJACENT, new Scaling.None());
        assertThat(config(tiny())).isEqualTo(new LlamaConfig(2, 64, 4, 2, 16, 96, 300, 128, 1e-5f, rope, false));
    }

    @Test
    void readsEveryWeight() {
        TinyLlama model = TinyModels.llama(SEED);
        try (GgufCheckpoint checkpoint = open(tiny())) {
            for (String name : model.weights().keySet()) {
                Tensor tensor = checkpoint.find(name).orElseThrow();
                assertThat(tensor.name()).isEqualTo(name);
                assertThat(tensor.rows()).isEqualTo(model.rows(name));
                assertThat(values(tensor)).containsExactly(model.ggufWeights(name));
            }
        }
    }

    /** Half a step: 2^-11 of the weight for F16, 2^-8 for BF16; of a block's range of about 0.8, 1/254 and 1/30. */
    @ParameterizedTest
    @CsvSource({"F16, 0.001", "BF16, 0.003", "Q8_0, 0.003", "Q4_0, 0.07", "Q4_1, 0.04"})
    void everyStoredTypeComesCloseToTheWeights(String type, float tolerance) {
        TinyLlama model = TinyModels.llama(SEED);
        try (GgufCheckpoint checkpoint = GgufCheckpoint.open(TinyModels.gguf(folder.resolve("a.gguf"), SEED, type))) {
            Tensor tensor = checkpoint.find("blk.1.ffn_down.weight").orElseThrow();
            assertThat(tensor.type()).isEqualTo(type);
            assertThat(values(tensor)).containsExactly(model.weights().get("blk.1.ffn_down.weight"), within(tolerance));
        }
    }

    @Test
    void embeddingsAreTiedWhenThereIsNoOutputMatrix() {
        GgufWriter tied = TinyGguf.of(TinyModels.tiedLlama(SEED), "F32");
        assertThat(config(tied).tiedEmbeddings()).isTrue();
    }

    @Test
    void findsRopeFrequenciesWhenTheyAreStored() {
        try (GgufCheckpoint checkpoint = open(tiny().vector("rope_freqs.weight", new float[8]))) {
            assertThat(checkpoint.find("rope_freqs.weight")).isPresent();
        }
    }

    @Test
    void hasLlamaCppsDefaults() {
        LlamaConfig config = config(tiny().remove("llama.rope.freq_base").remove("llama.rope.dimension_count"));
        assertThat(config.rope()).isEqualTo(new Rope(10000, Pairs.ADJACENT, new Scaling.None()));
        assertThat(config.headSize()).isEqualTo(16);
    }

    @ParameterizedTest
    @CsvSource({"llama.rope.scaling.factor", "llama.rope.scale_linear"})
    void readsLinearRopeScaling(String key) {
        GgufWriter scaled = tiny().put("llama.rope.scaling.type", "linear").put(key, 2.5f);
        assertThat(config(scaled).rope().scaling()).isEqualTo(new Scaling.Linear(2.5));
    }

    @Test
    void ropeScalingOfTypeNoneIsNone() {
        GgufWriter scaled = tiny().put("llama.rope.scaling.type", "none").put("llama.rope.scaling.factor", 2f);
        assertThat(config(scaled).rope().scaling()).isEqualTo(new Scaling.None());
    }

    @Test
    void opensAFileWithoutTokens() {
        GgufWriter bare = tiny().remove("tokenizer.ggml.tokens");
        assertThat(config(bare).vocabulary()).isEqualTo(300);
    }

    @Test
    void keepsTheMetadataForTheTokenizer() {
        try (GgufCheckpoint checkpoint = open(tiny())) {
            assertThat(checkpoint.file().metadata().get("tokenizer.ggml.tokens"))
                    .isInstanceOf(String[].class);
        }
    }

    private LlamaConfig config(GgufWriter writer) {
        try (GgufCheckpoint checkpoint = open(writer)) {
            return checkpoint.config();
        }
    }

    private GgufCheckpoint open(GgufWriter writer) {
        return GgufCheckpoint.open(writer.write(folder.resolve("a.gguf")));
    }

    private static GgufWriter tiny() {
        return TinyGguf.of(TinyModels.llama(SEED), "F32");
    }

    private static float[] values(Tensor tensor) {
        float[] values = new float[tensor.rows() * tensor.columns()];
        tensor.read(0, tensor.rows(), values, 0);
        return values;
    }
}
