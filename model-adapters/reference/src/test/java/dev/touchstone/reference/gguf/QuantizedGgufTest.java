package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import dev.touchstone.reference.llama.LogProbabilities;
import dev.touchstone.reference.tensor.StoredType;
import dev.touchstone.reference.tensor.Tensor;
import dev.touchstone.reference.testing.GgufWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model whose matrices are stored as llama.cpp's mixtures store them answers as the same model in fp32. */
class QuantizedGgufTest {

    private static final int WIDTH = 256;
    private static final int KEYS = 64;
    private static final int VOCABULARY = 40;
    private static final int[] TOKENS = {3, 17, 39, 0, 17};

    @TempDir
    Path folder;

    private final Random random = new Random(31);

    private final List<Matrix> matrices = List.of(
            matrix("token_embd.weight", "Q6_K", VOCABULARY, 208),
            matrix("output.weight", "Q5_K", VOCABULARY, 0, 2),
            matrix("blk.0.attn_q.weight", "Q4_K", WIDTH, 0, 2),
            matrix("blk.0.attn_k.weight", "Q5_0", KEYS, 0),
            matrix("blk.0.attn_v.weight", "Q5_1", KEYS, 0, 2),
            matrix("blk.0.attn_output.weight", "Q3_K", WIDTH, 108),
            matrix("blk.0.ffn_gate.weight", "Q2_K", WIDTH, 80, 82),
            matrix("blk.0.ffn_up.weight", "Q4_K", WIDTH, 0, 2),
            matrix("blk.0.ffn_down.weight", "Q6_K", WIDTH, 208));

    @Test
    void answersAsTheSameModelInFp32() {
        Path quantized = write(folder.resolve("quantized.gguf"), model(), matrices);
        GgufWriter decoded = model();
        try (GgufCheckpoint checkpoint = GgufCheckpoint.open(quantized)) {
            for (Matrix matrix : matrices) {
                Tensor tensor = checkpoint.find(matrix.name).orElseThrow();
                assertThat(tensor.type()).isEqualTo(matrix.type.name());
                float[] weights = new float[tensor.rows() * tensor.columns()];
                tensor.read(0, tensor.rows(), weights, 0);
                decoded.matrix(matrix.name, "F32", tensor.rows(), weights);
            }
        }
        float[] expected = logits(decoded.write(folder.resolve("decoded.gguf")));
        assertThat(logits(quantized)).containsExactly(expected);
        assertThat(expected).doesNotContain(Float.NaN);
        assertThat(expected[0]).isNotEqualTo(expected[1]);
    }

    private static float[] logits(Path file) {
        try (Llama llama = Llama.load(GgufCheckpoint.open(file), new ModelOptions(1, Simd.AUTO))) {
            LlamaSession session = llama.newSession();
            session.become(TOKENS);
            LogProbabilities after = session.after(TOKENS.length - 1);
            float[] logits = new float[VOCABULARY];
            for (int token = 0; token < VOCABULARY; token++) {
                logits[token] = after.logit(token);
            }
            return logits;
        }
    }

    private static GgufWriter model() {
        float[] ones = new float[WIDTH];
        Arrays.fill(ones, 1);
        return new GgufWriter()
                .put("general.architecture", "llama")
                .put("llama.block_count", 1)
                .put("llama.context_length", 16)
                .put("llama.embedding_length", WIDTH)
                .put("llama.feed_forward_length", WIDTH)
                .put("llama.attention.head_count", 8)
                .put("llama.attention.head_count_kv", 2)
                .put("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .vector("blk.0.attn_norm.weight", ones)
                .vector("blk.0.ffn_norm.weight", ones)
                .vector("output_norm.weight", ones);
    }

    private static Path write(Path file, GgufWriter writer, List<Matrix> stored) {
        for (Matrix matrix : stored) {
            int number = GgmlType.valueOf(matrix.type.name()).id();
            writer.raw(matrix.name, number, new long[] {WIDTH, matrix.rows}, matrix.bytes);
        }
        return writer.write(file);
    }

    /** Random blocks, whose scales are small and positive. */
    private Matrix matrix(String name, String typeName, int rows, int... halves) {
        StoredType type = StoredType.named(typeName).orElseThrow();
        byte[] bytes = new byte[rows * WIDTH / type.blockWeights() * type.blockBytes()];
        random.nextBytes(bytes);
        for (int block = 0; block < bytes.length; block += type.blockBytes()) {
            for (int half : halves) {
                bytes[block + half + 1] = 0x0c;
            }
        }
        return new Matrix(name, type, rows, bytes);
    }

    private record Matrix(String name, StoredType type, int rows, byte[] bytes) {}
}
