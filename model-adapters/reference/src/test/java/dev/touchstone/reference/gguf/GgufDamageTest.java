package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.testing.GgufWriter;
import dev.touchstone.reference.testing.TinyGguf;
import dev.touchstone.reference.testing.TinyModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not GGUF, or no longer: header, metadata, and files cut off. */
class GgufDamageTest extends GgufDamage {

    private static final int VALUE_TYPE_AT = 35;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | is not a GGUF file; it starts with the bytes 47 47 55: check that it is the right file, or download it again",
                "7 | , byte 4: the file ends within the version",
                "12 | , byte 8: the file ends within the number of tensors",
                "40 | , byte 8: the number of tensors claims 1 elements, but the rest of the file has room for at most 0",
                "48 | , byte 43: the file ends within the name of tensor 0",
                "60 | , byte 56: the file ends within a dimension of tensor 'w'",
                "70 | , byte 68: the file ends within the offset of tensor 'w'",
                "127 | : tensor 'w' (F32, dimensions [8]) starts at byte 96 and ends after the file does, which has 127 bytes:"
                        + " the download was cut off; download it again",
            })
    void saysWhereACutOffFileEnds(int length, String message) throws IOException {
        assertThat(small).hasSize(128);
        String actual = message(cutOff(length));
        assertThat(actual).startsWith(file.toString()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "20 | , byte 16: the file ends within the number of metadata entries",
                "37 | , byte 35: the file ends within the type of metadata 'key'",
                "42 | , byte 39: the file ends within metadata 'key'",
                "60 | , byte 39: metadata 'key' claims 100 bytes, but the file has only 13 more",
            })
    void saysWhichMetadataIsCutOff(int length, String message) throws IOException {
        small = new GgufWriter().put("key", "x".repeat(100)).bytes();
        assertThat(message(cutOff(length))).isEqualTo(file + message + REMEDY);
    }

    @Test
    void refusesEveryPrefixOfAFile() throws IOException {
        byte[] whole = new GgufWriter()
                .put("words", new String[] {"a", "b"})
                .put("numbers", new float[] {1, 2, 3})
                .put("flags", List.of(true, false))
                .matrix("w", "Q4_1", 3, new float[3 * 32])
                .bytes();
        // The last tensor has 60 bytes, after which 4 fill the file up to a multiple of 32.
        for (int length = 1; length < whole.length - 4; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(catchThrowable(() -> GgufFile.open(file)))
                    .as("%s of %s bytes", length, whole.length)
                    .isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(file.toString());
        }
    }

    @Test
    void aDamagedByteIsRefusedOrHarmless() throws IOException {
        byte[] whole = TinyGguf.of(TinyModels.llama(5), "Q8_0").bytes();
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            // Metadata and directory take the first 12,000 bytes.
            damaged[random.nextInt(12_000)] = (byte) random.nextInt(256);
            Files.write(file, damaged);
            assertThat(catchThrowable(() -> GgufCheckpoint.open(file).close()))
                    .satisfiesAnyOf(
                            thrown -> assertThat(thrown).isNull(),
                            thrown -> assertThat(thrown)
                                    .isInstanceOf(ModelException.class)
                                    .hasMessageStartingWith(file.toString()));
        }
    }

    @Test
    void saysWhatAnotherFormatLooksLike() throws IOException {
        Files.writeString(file, "version https://git-lfs.github.com/spec/v1\noid sha256:00\n");
        assertThat(message(file))
                .isEqualTo(file
                        + " is not a GGUF file; it looks like a git-lfs pointer: run 'git lfs pull' in its repository"
                        + " to get the weights");
        Files.writeString(file, "<!DOCTYPE html><html>");
        assertThat(message(file)).startsWith(file + " is not a GGUF file; it looks like an HTML page: ");
    }

    @ParameterizedTest
    @CsvSource({"0", "1", "4", "-1"})
    void refusesOtherVersions(int version) throws IOException {
        assertThat(message(withInt(4, version)))
                .isEqualTo(
                        file + " is GGUF of version " + Integer.toUnsignedString(version)
                                + ", but only versions 2 and 3 are supported: convert the original model with a current llama.cpp");
    }

    @Test
    void refusesBigEndianFiles() throws IOException {
        String message = file + " is a big-endian GGUF file, but only little-endian ones are supported: convert it with"
                + " llama.cpp's gguf_convert_endian.py";
        assertThat(message(withInt(4, Integer.reverseBytes(3)))).isEqualTo(message);
        assertThat(message(withBytes(0, "FUGG".getBytes(StandardCharsets.US_ASCII))))
                .isEqualTo(message);
    }

    @ParameterizedTest
    @CsvSource({"-1, 18446744073709551615", "9000000000000000000, 9000000000000000000", "4, 4"})
    void refusesMoreTensorsThanTheFileCanHold(long count, String shown) throws IOException {
        assertThat(message(withLong(8, count)))
                .isEqualTo(file + ", byte 8: the number of tensors claims " + shown
                        + " elements, but the rest of the file has room for at most 3" + REMEDY);
    }

    @Test
    void refusesMoreMetadataThanTheFileCanHold() throws IOException {
        assertThat(message(withLong(16, 1L << 40)))
                .isEqualTo(file
                        + ", byte 16: the number of metadata entries claims 1099511627776 elements, but the rest of the"
                        + " file has room for at most 8" + REMEDY);
    }

    @Test
    void refusesAnArrayLongerThanTheFile() throws IOException {
        small = new GgufWriter().put("key", new int[] {1, 2}).bytes();
        assertThat(message(withLong(43, Long.MAX_VALUE)))
                .isEqualTo(file
                        + ", byte 43: metadata 'key' claims 9223372036854775807 elements, but the rest of the file has"
                        + " room for at most 3" + REMEDY);
    }

    @Test
    void refusesATextLongerThanTheFile() throws IOException {
        assertThat(message(withLong(24, -1)))
                .isEqualTo(file
                        + ", byte 24: the key of metadata entry 0 claims 18446744073709551615 bytes, but the file has only"
                        + " 96 more" + REMEDY);
    }

    @Test
    void refusesATextThatIsNotUtf8() throws IOException {
        assertThat(message(withBytes(32, new byte[] {(byte) 0xff})))
                .isEqualTo(file + ", byte 24: the key of metadata entry 0 is no UTF-8 text" + REMEDY);
    }

    @Test
    void refusesAnUnknownValueType() throws IOException {
        assertThat(message(withInt(VALUE_TYPE_AT, 13)))
                .isEqualTo(file + ", byte 35: the type of metadata 'key' is 13, but GGUF's value types are 0 to 12"
                        + REMEDY);
    }

    @Test
    void refusesABooleanThatIsNeitherTrueNorFalse() throws IOException {
        assertThat(message(withInt(VALUE_TYPE_AT, 7, 2)))
                .isEqualTo(file + ", byte 39: metadata 'key' is the byte 2, but a boolean is 0 or 1" + REMEDY);
    }

    @Test
    void refusesAKeyThatOccursTwice() throws IOException {
        small = new GgufWriter().put("key", 1).put("kex", 2).bytes();
        assertThat(message(withBytes(53, new byte[] {'y'})))
                .isEqualTo(file + ", byte 43: metadata 'key' occurs twice" + REMEDY);
    }
}
