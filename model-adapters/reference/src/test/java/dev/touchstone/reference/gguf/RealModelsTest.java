package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import dev.touchstone.reference.tensor.Tensor;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Digests by the Python package gguf 0.19.0; see src/test/scripts/gguf_fixtures.py. */
class RealModelsTest {

    private static final String SMOL = "SmolLM2-135M-Instruct.Q4_1";

    @ParameterizedTest
    @ValueSource(strings = {SMOL, "llama-2-tiny-random"})
    void everyWeightHasTheBitsOfTheReferenceImplementation(String model) throws Exception {
        try (GgufCheckpoint checkpoint = GgufCheckpoint.open(SharedModels.file(model + ".gguf"))) {
            for (String line : digests(model)) {
                Tensor tensor = checkpoint.find(line.split(" ")[4]).orElseThrow();
                assertThat(digest(tensor) + " " + tensor.type() + " " + tensor.rows() + " " + tensor.columns() + " "
                                + tensor.name())
                        .isEqualTo(line);
            }
        }
    }

    @Test
    void readsTheConfigurationOfSmolLm2() {
        try (GgufCheckpoint checkpoint = GgufCheckpoint.open(SharedModels.file(SMOL + ".gguf"))) {
            Rope rope = new Rope(100000, Pairs.ADJACENT, new Scaling.None());
            assertThat(checkpoint.config())
                    .isEqualTo(new LlamaConfig(30, 576, 9, 3, 64, 1536, 49152, 8192, 1e-5f, rope, true));
            assertThat(checkpoint.find("output.weight")).isEmpty();
        }
    }

    @Test
    void fingerprintIsTheSha256OfTheFile() {
        try (GgufCheckpoint checkpoint = GgufCheckpoint.open(SharedModels.file(SMOL + ".gguf"))) {
            assertThat(checkpoint.fingerprint()).startsWith("sha256:b179c952").hasSize(71);
        }
    }

    @Test
    void readsTheTokensOfLlama2() {
        GgufFile file = GgufFile.open(SharedModels.file("llama-2-tiny-random.gguf"));
        assertThat(file.strings("tokenizer.ggml.tokens"))
                .hasSize(32000)
                .startsWith("<unk>", "<s>", "</s>", "<0x00>")
                .contains("\u2581the");
        assertThat(file.floats("tokenizer.ggml.scores")).hasSize(32000);
        assertThat(file.integers("tokenizer.ggml.token_type")).hasSize(32000).startsWith(2, 3, 3, 6);
    }

    private static List<String> digests(String model) throws IOException {
        try (InputStream in = Objects.requireNonNull(RealModelsTest.class.getResourceAsStream(model + ".digests"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static String digest(Tensor tensor) throws GeneralSecurityException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        float[] row = new float[tensor.columns()];
        ByteBuffer bytes = ByteBuffer.allocate(4 * row.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < tensor.rows(); i++) {
            tensor.read(i, 1, row, 0);
            bytes.asFloatBuffer().put(row);
            digest.update(bytes.array());
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
