package dev.touchstone.reference.quantization;

import static org.assertj.core.api.Assertions.assertThat;

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
import java.util.Objects;

/**
 * A line of golden numbers: SHA-256 of all as fp32, little-endian, row-major.
 *
 * @param first the first ones, to see how far off one is
 */
record GoldenLine(String precision, String what, String sha256, List<Float> first) {

    static List<GoldenLine> read(String resource) throws IOException {
        List<GoldenLine> lines = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(GoldenLine.class.getResourceAsStream(resource)), StandardCharsets.UTF_8))) {
            reader.lines().filter(line -> !line.startsWith("#")).forEach(line -> lines.add(parse(line.split(","))));
        }
        return lines;
    }

    private static GoldenLine parse(String[] cells) {
        List<Float> first = new ArrayList<>();
        for (String number : cells[3].split(" ")) {
            first.add(Float.parseFloat(number));
        }
        return new GoldenLine(cells[0], cells[1], cells[2], first);
    }

    /** Bit for bit; a zero has no sign here. */
    void assertEqualTo(float[] actual) {
        for (int i = 0; i < first.size(); i++) {
            assertThat(actual[i] + 0f).as("number " + i).isEqualTo(first.get(i) + 0f);
        }
        assertThat(sha256(actual)).isEqualTo(sha256);
    }

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
