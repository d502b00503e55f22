package dev.touchstone.reference.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.safetensors.SafetensorsCheckpoint;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TinyModelsTest {

    private static final int HEAD_SIZE = 16;

    @TempDir
    Path folder;

    @Test
    void oneSeedGivesTheSameBytes() throws IOException {
        assertThat(Files.readAllBytes(TinyModels.gguf(folder.resolve("a.gguf"), 1)))
                .isEqualTo(Files.readAllBytes(TinyModels.gguf(folder.resolve("b.gguf"), 1)))
                .isNotEqualTo(Files.readAllBytes(TinyModels.gguf(folder.resolve("c.gguf"), 2)));
    }

    @Test
    void bothFormatsHoldTheSameWeightsButForQueryAndKeyRows() {
        try (Checkpoint gguf = GgufCheckpoint.open(TinyModels.gguf(folder.resolve("a.gguf"), 1));
                Checkpoint folder = SafetensorsCheckpoint.open(TinyModels.folder(this.folder.resolve("hf"), 1))) {
            for (String name : TinyModels.llama(1).weights().keySet()) {
                if (!name.endsWith("attn_q.weight") && !name.endsWith("attn_k.weight")) {
                    assertThat(values(gguf, name)).containsExactly(values(folder, name));
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"blk.0.attn_q.weight, 4", "blk.1.attn_k.weight, 2"})
    void pairsThatAreHalvesInTheFolderAreNeighboursInGguf(String name, int heads) {
        try (Checkpoint gguf = GgufCheckpoint.open(TinyModels.gguf(folder.resolve("a.gguf"), 1));
                Checkpoint folder = SafetensorsCheckpoint.open(TinyModels.folder(this.folder.resolve("hf"), 1))) {
            for (int head = 0; head < heads; head++) {
                for (int pair = 0; pair < HEAD_SIZE / 2; pair++) {
                    int first = head * HEAD_SIZE;
                    assertThat(row(gguf, name, first + 2 * pair)).containsExactly(row(folder, name, first + pair));
                    assertThat(row(gguf, name, first + 2 * pair + 1))
                            .containsExactly(row(folder, name, first + pair + HEAD_SIZE / 2));
                }
            }
        }
    }

    @Test
    void everyTokenIsDifferentAndEveryMergeMakesOne() {
        assertThat(TinyTokens.tokens()).hasSize(TinyTokens.COUNT).doesNotHaveDuplicates();
        HashSet<String> known = new HashSet<>(TinyTokens.tokens());
        for (String merge : TinyTokens.merges()) {
            assertThat(known).contains(merge.split(" ")).contains(merge.replace(" ", ""));
        }
    }

    private static float[] values(Checkpoint checkpoint, String name) {
        Tensor tensor = checkpoint.find(name).orElseThrow();
        float[] values = new float[tensor.rows() * tensor.columns()];
        tensor.read(0, tensor.rows(), values, 0);
        return values;
    }

    private static float[] row(Checkpoint checkpoint, String name, int row) {
        Tensor tensor = checkpoint.find(name).orElseThrow();
        float[] values = new float[tensor.columns()];
        tensor.read(row, 1, values, 0);
        return values;
    }
}
