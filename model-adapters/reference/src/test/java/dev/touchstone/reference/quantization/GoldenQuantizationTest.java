package dev.touchstone.reference.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.MemoryTensor;
import dev.touchstone.reference.kernel.PackedMatrix;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Bit for bit the numbers of NumPy and ml_dtypes: golden.csv, by src/test/scripts/quantization_golden.py; its first line names the versions. The
 * columns are more than two exact blocks of int8 products, and no multiple of a group.
 */
class GoldenQuantizationTest {

    private static final int ROWS = 37;
    private static final int COLUMNS = 2113;
    private static final int TOKENS = 3;

    @ParameterizedTest
    @MethodSource("golden")
    void numbersAreThoseOfAnIndependentImplementation(GoldenLine golden) {
        golden.assertEqualTo(actual(golden));
    }

    /** Of fp32-kv16 weights and products are those of fp32; only the cache is not. */
    @Test
    void everyPrecisionIsCompared() throws IOException {
        List<String> compared = Stream.concat(golden().stream(), GoldenLine.read("calibrated.csv").stream())
                .map(GoldenLine::precision)
                .toList();
        assertThat(compared).containsAll(List.of("sparse-50", "channel-25"));
        Precision.names().stream()
                .filter(name -> !List.of("native", "fp32-kv16").contains(name) && !name.contains("P"))
                .forEach(name -> assertThat(compared).contains(name));
    }

    private static float[] actual(GoldenLine golden) {
        MemoryTensor weights = Matrices.awkward(ROWS, COLUMNS);
        switch (golden.what()) {
            case "weights":
                return Matrices.weights(golden.precision(), weights);
            case "product":
                float[] x = Matrices.normal(12, TOKENS * COLUMNS);
                java.util.Arrays.fill(x, COLUMNS, 2 * COLUMNS, 0f);
                PackedMatrix packed = Matrices.pack(golden.precision(), weights);
                return Matrices.product(packed, ROWS, x, Simd.AUTO, 2);
            default:
                return channels(Precision.of(golden.precision()).prunedChannels());
        }
    }

    private static float[] channels(int percent) {
        FeedForwardChannels pruned = new FeedForwardChannels(
                        new MemoryTensor("gate", 45, 37, Matrices.normal(13, 45 * 37)),
                        new MemoryTensor("up", 45, 37, Matrices.normal(14, 45 * 37)),
                        new MemoryTensor("down", 37, 45, Matrices.normal(15, 37 * 45)))
                .without(percent);
        float[] all = new float[3 * 45 * 37];
        pruned.gate().read(0, 45, all, 0);
        pruned.up().read(0, 45, all, 45 * 37);
        float[] down = new float[37 * 45];
        pruned.down().read(0, 37, down, 0);
        for (int i = 0; i < down.length; i++) {
            all[2 * 45 * 37 + i % 45 * 37 + i / 45] = down[i];
        }
        return all;
    }

    static List<GoldenLine> golden() throws IOException {
        return GoldenLine.read("golden.csv");
    }
}
