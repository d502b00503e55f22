package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.testing.GgufWriter;
import dev.touchstone.reference.testing.TinyGguf;
import dev.touchstone.reference.testing.TinyModels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound GGUF files that this Llama can't compute, or whose parts don't go together. */
class GgufRefusalTest {

    private static final String OTHER_MODELS =
            ": configuration and weights belong to different models; convert or download it again";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("a.gguf");
    }

    @Test
    void refusesAFolder() {
        assertThat(message(folder))
                .isEqualTo(folder + " is a folder, but a file of weights is expected: name the file inside it");
    }

    @Test
    void refusesOtherArchitecturesByName() {
        assertThat(message(tiny().put("general.architecture", "gemma3")))
                .isEqualTo(file
                        + " holds a model of architecture 'gemma3'; supported are: llama. Use another model, or serve this"
                        + " one and use openai:BASE-URL#MODEL");
    }

    @Test
    void refusesAPartOfASplitFile() {
        assertThat(message(tiny().put("split.count", (short) 3)))
                .isEqualTo(
                        file + " is one of 3 parts of a model: merge them with llama.cpp's 'llama-gguf-split --merge'");
    }

    @Test
    void refusesTypesThatCantBeDecodedByName() {
        GgufWriter quantized = tiny().removeTensor("blk.0.attn_q.weight")
                .raw("blk.0.attn_q.weight", 23, new long[] {256, 1}, new byte[136]);
        assertThat(message(quantized))
                .isEqualTo(
                        file
                                + ": tensor 'blk.0.attn_q.weight' (and 0 others) has the type IQ4_XS, which can't be decoded;"
                                + " supported are: F32, F16, BF16, Q8_0, Q4_0, Q4_1, Q5_0, Q5_1, Q2_K, Q3_K, Q4_K, Q5_K, Q6_K. Download the model in one of these");
    }

    @Test
    void refusesTensorsOfMoreThanTwoDimensions() {
        assertThat(message(tiny().raw("experts", 0, new long[] {2, 2, 2}, new byte[32])))
                .isEqualTo(file
                        + ": tensor 'experts' has the dimensions [2, 2, 2], but a Llama has only vectors and matrices: use a"
                        + " model of the plain Llama architecture");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "llama.expert_count | 8 | only models without experts",
                "llama.rope.dimension_count | 8 | only models with the head size 16 there",
                "llama.attention.value_length | 32 | only models with the head size 16 there",
            })
    void refusesVariationsThatItDoesNotCompute(String key, int value, String supported) {
        assertThat(message(tiny().put(key, value)))
                .isEqualTo(file + ": metadata '" + key + "' is " + value + ", but " + supported
                        + " are supported: use another model");
    }

    @Test
    void refusesOtherRopeScalingByName() {
        assertThat(message(tiny().put("llama.rope.scaling.type", "yarn")))
                .isEqualTo(file
                        + ": metadata 'llama.rope.scaling.type' is 'yarn', but only 'none' and 'linear' are supported: use"
                        + " another model");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "llama.block_count | 0 | metadata 'llama.block_count' is 0, but must be 1 to 2147483647; the file is damaged:",
                "llama.attention.head_count | 5 | 'llama.embedding_length' 64 is no multiple of 'llama.attention.head_count' 5;",
                "llama.attention.head_count_kv | 3 | 4 heads are no multiple of 3 key-value heads;",
            })
    void refusesImpossibleNumbers(String key, int value, String message) {
        assertThat(message(tiny().put(key, value))).startsWith(file + ": " + message);
    }

    @Test
    void refusesANormWithoutEpsilon() {
        assertThat(message(tiny().put("llama.attention.layer_norm_rms_epsilon", 0f)))
                .isEqualTo(
                        file
                                + ": the RMSNorm epsilon is 0.0, but must be a positive number; convert or download the model again");
    }

    @Test
    void refusesAnOddHeadSize() {
        GgufWriter odd = tiny().put("llama.attention.key_length", 15)
                .put("llama.attention.value_length", 15)
                .put("llama.rope.dimension_count", 15);
        assertThat(message(odd))
                .isEqualTo(file
                        + ": the head size is 15, but rotary embedding needs an even number; convert or download the model"
                        + " again");
    }

    @Test
    void namesAMissingTensor() {
        assertThat(message(tiny().removeTensor("blk.1.ffn_up.weight")))
                .isEqualTo(file
                        + " has no tensor 'blk.1.ffn_up.weight' (96 x 64), which a Llama of 2 layers needs: the model was not"
                        + " converted completely; convert or download it again");
    }

    @Test
    void namesAMissingEmbedding() {
        assertThat(message(tiny().removeTensor("token_embd.weight")))
                .isEqualTo(file
                        + " has no tensor 'token_embd.weight', which every Llama needs: convert or download it again");
    }

    @Test
    void namesATensorOfAnotherShape() {
        assertThat(message(tiny().put("llama.feed_forward_length", 128)))
                .isEqualTo(file + ": tensor 'blk.0.ffn_gate.weight' is 96 x 64, but the configuration asks for 128 x 64"
                        + OTHER_MODELS);
    }

    @Test
    void namesATensorThatWouldBeLeftOut() {
        assertThat(message(tiny().vector("blk.0.attn_q.bias", new float[64])))
                .isEqualTo(
                        file
                                + " has the tensor 'blk.0.attn_q.bias' (and 0 others), which a Llama of 2 layers without biases"
                                + " doesn't use: answers without it would be wrong; use a model of the plain Llama architecture");
    }

    @Test
    void refusesMoreLayersThanItsConfigurationHas() {
        assertThat(message(tiny().put("llama.block_count", 1)))
                .startsWith(file + " has the tensor 'blk.1.attn_k.weight' (and 8 others), which a Llama of 1 layers ");
    }

    @Test
    void refusesAVocabularyOfAnotherSize() {
        assertThat(message(tiny().put("tokenizer.ggml.tokens", new String[] {"a", "b"})))
                .isEqualTo(file
                        + ": the tokenizer has 2 tokens ('tokenizer.ggml.tokens'), but the embedding 'token_embd.weight' has"
                        + " 300 rows: tokenizer and weights belong to different models; convert or download it again");
    }

    @Test
    void refusesTensorsThatOverlap() {
        byte[] bytes = new GgufWriter()
                .put("general.architecture", "llama")
                .vector("a", new float[8])
                .vector("b", new float[8])
                .bytes();
        // The last offset before the padding is that of b; the data starts at a multiple of 32.
        int offsetAt = bytes.length - 64 - padding(bytes) - 8;
        bytes[offsetAt] = 0;
        assertThat(message(written(bytes)))
                .isEqualTo(
                        file + ", byte " + (bytes.length - 64) + ": tensor 'b' starts before tensor 'a' ends, at byte "
                                + (bytes.length - 32) + "; the file is damaged: download it again");
    }

    /** Zero bytes between the directory, whose last eight bytes are the number 32, and the data. */
    private static int padding(byte[] bytes) {
        int at = bytes.length - 65;
        while (bytes[at] == 0) {
            at--;
        }
        return bytes.length - 64 - (at + 8);
    }

    private Path written(byte[] bytes) {
        try {
            return Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static GgufWriter tiny() {
        return TinyGguf.of(TinyModels.llama(3), "F32");
    }

    private String message(GgufWriter writer) {
        return message(writer.write(file));
    }

    private static String message(Path path) {
        Throwable thrown = catchThrowable(() -> GgufCheckpoint.open(path).close());
        assertThat(thrown).isInstanceOf(ModelException.class);
        return thrown.getMessage();
    }
}
