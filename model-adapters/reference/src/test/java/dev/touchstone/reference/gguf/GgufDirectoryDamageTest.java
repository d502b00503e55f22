package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.testing.GgufWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Damaged tensor directories. */
class GgufDirectoryDamageTest extends GgufDamage {

    private static final int DIMENSIONS_AT = 52;
    private static final int TENSOR_TYPE_AT = 64;
    private static final int OFFSET_AT = 68;

    @Test
    void refusesATensorThatOccursTwice() {
        Path twice = new GgufWriter()
                .vector("w", new float[8])
                .vector("w", new float[8])
                .write(file);
        assertThat(message(twice)).isEqualTo(file + ", byte 57: tensor 'w' occurs twice" + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({"0", "5", "-1"})
    void refusesAnImpossibleNumberOfDimensions(int count) throws IOException {
        assertThat(message(withInt(DIMENSIONS_AT, count)))
                .isEqualTo(file + ", byte 52: tensor 'w' has " + Integer.toUnsignedString(count)
                        + " dimensions, but 1 to 4 are possible" + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "-1, 18446744073709551615", "2147483648, 2147483648"})
    void refusesAnImpossibleDimension(long size, String shown) throws IOException {
        assertThat(message(withLong(DIMENSIONS_AT + 4, size)))
                .isEqualTo(file + ", byte 56: tensor 'w' has a dimension of " + shown
                        + ", but 1 to 2147483647 are possible" + REMEDY);
    }

    @Test
    void refusesAnUnknownTensorType() throws IOException {
        assertThat(message(withInt(TENSOR_TYPE_AT, 4711)))
                .isEqualTo(file + ", byte 64: tensor 'w' has the type 4711, which ggml doesn't have (0 to 41 are known)"
                        + REMEDY);
    }

    @Test
    void refusesARemovedTensorTypeByItsName() throws IOException {
        assertThat(message(withInt(TENSOR_TYPE_AT, 31)))
                .isEqualTo(file
                        + ", byte 64: tensor 'w' has the type Q4_0_4_4, which ggml has removed: convert the original model"
                        + " with a current llama.cpp");
    }

    @Test
    void refusesRowsThatAreNotWholeBlocks() throws IOException {
        assertThat(message(withInt(TENSOR_TYPE_AT, 3)))
                .isEqualTo(
                        file + ", byte 68: tensor 'w' has rows of 8 weights, which is no multiple of Q4_1's block of 32"
                                + REMEDY);
    }

    @Test
    void refusesAnOffsetOffTheAlignment() throws IOException {
        assertThat(message(withLong(OFFSET_AT, 4)))
                .isEqualTo(file + ", byte 68: tensor 'w' has the offset 4, which is no multiple of 32" + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({"32", "9223372036854775776"})
    void refusesATensorPastTheEndOfTheFile(long offset) throws IOException {
        assertThat(message(withLong(OFFSET_AT, offset)))
                .startsWith(file + ": tensor 'w' (F32, dimensions [8]) starts at byte ")
                .endsWith(
                        " and ends after the file does, which has 128 bytes: the download was cut off; download it again");
    }

    @Test
    void refusesATensorWhoseSizeOverflows() {
        long[] dimensions = {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE};
        assertThat(message(
                        new GgufWriter().raw("w", 0, dimensions, new byte[32]).write(file)))
                .contains("ends after the file does");
    }

    @Test
    void refusesAnAlignmentThatIsNoPowerOfTwo() {
        assertThat(message(new GgufWriter().put("general.alignment", 24).write(file)))
                .isEqualTo(file
                        + ": metadata 'general.alignment' is 24, but must be a power of two up to 1048576; the file is damaged:"
                        + " download it again");
    }
}
