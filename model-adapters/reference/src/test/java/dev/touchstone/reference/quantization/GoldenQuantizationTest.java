package dev.touchstone.reference.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.MemoryTensor;
import dev.touchstone.reference.kernel.PackedMatrix;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
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

    /** A line of the file; {@code first} are its first numbers. */
    record Golden(String precision, String what, String sha256, List<Float> first) {}

    @ParameterizedTest
    @MethodSource("golden")
    void numbersAreThoseOfAnIndependentImplementation(Golden golden) {
        float[] actual = actual(golden);
        for (int i = 0; i < golden.first.size(); i++) {
            assertThat(actual[i] + 0f).as("number " + i).isEqualTo(golden.first.get(i) + 0f);
        }
        assertThat(sha256(actual)).isEqualTo(golden.sha256);
    }

    @Test
    void everyPrecisionIsCompared() throws IOException {
        List<String> compared = golden().stream().map(Golden::precision).toList();
        assertThat(compared).containsAll(List.of("sparse-50", "channel-25"));
        Precision.names().stream()
                .filter(name -> !name.equals("native") && !name.contains("P"))
                .forEach(name -> assertThat(compared).contains(name));
    }

    private static float[] actual(Golden golden) {
        MemoryTensor weights = Matrices.awkward(ROWS, COLUMNS);
        switch (golden.what) {
            case "weights":
                return Matrices.weights(golden.precision, weights);
            case "product":
                float[] x = Matrices.normal(12, TOKENS * COLUMNS);
                java.util.Arrays.fill(x, COLUMNS, 2 * COLUMNS, 0f);
                PackedMatrix packed = Matrices.pack(golden.precision, weights);
                return Matrices.product(packed, ROWS, x, Simd.AUTO, 2);
            default:
                return channels(Precision.of(golden.precision).prunedChannels());
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

    static List<Golden> golden() throws IOException {
        List<Golden> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                GoldenQuantizationTest.class.getResourceAsStream("golden.csv"), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> lines.add(parse(line.split(","))));
        }
        return lines;
    }

    private static Golden parse(String[] cells) {
        List<Float> first = new ArrayList<>();
        for (String number : cells[3].split(" ")) {
            first.add(Float.parseFloat(number));
        }
        return new Golden(cells[0], cells[1], cells[2], first);
    }

    /** A zero has no sign here. */
    private static String sha256(float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : values) {
            bytes.putFloat(value + 0f);
        }
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
