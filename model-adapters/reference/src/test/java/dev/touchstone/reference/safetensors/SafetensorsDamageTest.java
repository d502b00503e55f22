package dev.touchstone.reference.safetensors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.MappedFile;
import dev.touchstone.reference.testing.SafetensorsWriter;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that are not safetensors, or no longer. */
class SafetensorsDamageTest {

    private static final String REMEDY = "; the file is damaged: download it again";

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void nameFile() {
        file = folder.resolve("a.safetensors");
    }

    @Test
    void refusesEveryPrefixOfAFile() throws IOException {
        byte[] whole = new SafetensorsWriter()
                .tensor("a", "F32", new float[6], 2, 3)
                .tensor("b", "BF16", new float[3], 3)
                .bytes();
        for (int length = 1; length < whole.length; length++) {
            assertThat(message(Arrays.copyOf(whole, length)))
                    .as("%s of %s bytes", length, whole.length)
                    .startsWith(file.toString());
        }
    }

    @Test
    void saysThatAFileIsTooShort() throws IOException {
        assertThat(message(new byte[7]))
                .isEqualTo(file
                        + " has 7 bytes, too few for a safetensors file: the download was cut off; download it again");
    }

    @Test
    void saysWhatAnotherFormatLooksLike() throws IOException {
        assertThat(message("GGUF\u0003\0\0\0\u0001\0".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo(file + " is not a safetensors file; it looks like a GGUF file: open it with gguf:FILE");
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "-1, 18446744073709551615", "1000000000000, 1000000000000", "3, 3"})
    void refusesAnImpossibleHeaderLength(long length, String shown) throws IOException {
        byte[] bytes = SafetensorsWriter.withHeader("{}", new byte[0]);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(length);
        assertThat(message(bytes))
                .isEqualTo(file + ", byte 0: the header claims " + shown
                        + " bytes, but 2 to 2 are possible; the file is damaged or cut" + " off: download it again");
    }

    @Test
    void refusesAHeaderThatIsNotJson() throws IOException {
        assertThat(message(SafetensorsWriter.withHeader("{\"a\":[}", new byte[0])))
                .startsWith(file + ": the header is not valid JSON (byte ")
                .endsWith("): download it again");
    }

    @Test
    void refusesATensorThatOccursTwice() throws IOException {
        byte[] twice = new SafetensorsWriter()
                .tensor("a", "F32", new float[2], 2)
                .tensor("a", "F32", new float[2], 2)
                .bytes();
        assertThat(message(twice))
                .isEqualTo(
                        file
                                + ": the header is not valid JSON (byte 88: Duplicate Object property \"a\"): download it again");
    }

    @Test
    void refusesATypeThatCantBeDecodedByName() throws IOException {
        assertThat(message(entry("F8_E4M3", 2, 0, 2)))
                .isEqualTo(file
                        + ": tensor 'a' has the type \"F8_E4M3\", which can't be decoded; supported are: F32, F16, BF16."
                        + " Download the model in one of these");
        assertThat(message(entry("Q8_0", 32, 0, 34))).contains("has the type \"Q8_0\", which can't be decoded");
    }

    @Test
    void refusesATensorPastTheEndOfTheFile() throws IOException {
        assertThat(message(entry("F32", 2, 0, 8)))
                .isEqualTo(file
                        + ": tensor 'a' ends at byte 8 of the data, but the file has only 0 after its header: the download was"
                        + " cut off; download it again");
    }

    @ParameterizedTest
    @CsvSource({"5, -4", "8, 4"})
    void refusesOffsetsThatAreNoRange(long begin, long end) throws IOException {
        assertThat(message(entry("F32", 2, begin, end)))
                .isEqualTo(file + ": tensor 'a' has the data_offsets [" + begin + "," + end
                        + "], but an end not before a begin of at least 0 is expected" + REMEDY);
    }

    @Test
    void refusesAByteRangeThatTheShapeDoesNotTake() throws IOException {
        assertThat(message(withData("F32", 3, 8)))
                .isEqualTo(file + ": tensor 'a' has 8 bytes of data, but the shape [3] of F32 takes 3 x 4" + REMEDY);
    }

    @Test
    void refusesOverlappingTensors() throws IOException {
        String header = "{\"a\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[0,8]},"
                + "\"b\":{\"dtype\":\"F32\",\"shape\":[2],\"data_offsets\":[4,12]}}";
        int start = 8 + header.length();
        assertThat(message(SafetensorsWriter.withHeader(header, new byte[12])))
                .isEqualTo(file + ", byte " + (start + 4) + ": tensor 'b' starts before tensor 'a' ends, at byte "
                        + (start + 8) + REMEDY);
    }

    @Test
    void refusesAShapeOfMoreThanTwoDimensions() throws IOException {
        byte[] cube = new SafetensorsWriter()
                .tensor("a", "F32", new float[8], 2, 2, 2)
                .bytes();
        assertThat(message(cube))
                .isEqualTo(file + ": tensor 'a' has the shape [2,2,2], but a Llama has only vectors and matrices"
                        + REMEDY);
    }

    @ParameterizedTest
    @CsvSource({"0", "-1"})
    void refusesAnImpossibleDimension(int size) throws IOException {
        assertThat(message(entry("F32", size, 0, 0)))
                .isEqualTo(file + ": tensor 'a' has the shape [" + size + "], but dimensions are 1 to 2147483647"
                        + REMEDY);
    }

    @Test
    void refusesEntriesThatAreNoObjects() throws IOException {
        assertThat(message(SafetensorsWriter.withHeader("{\"a\":1}", new byte[0])))
                .startsWith(file + ": tensor 'a' has the type ");
        assertThat(message(SafetensorsWriter.withHeader("{\"a\":{\"dtype\":\"F32\",\"shape\":[\"x\"]}}", new byte[0])))
                .isEqualTo(file + ": tensor 'a' has the shape [\"x\"], but a list of integers is expected" + REMEDY);
    }

    private static byte[] entry(String type, int size, long begin, long end) {
        return new SafetensorsWriter()
                .entry("a", type, new int[] {size}, begin, end)
                .bytes();
    }

    private static byte[] withData(String type, int size, int bytes) {
        return SafetensorsWriter.withHeader(
                "{\"a\":{\"dtype\":\"" + type + "\",\"shape\":[" + size + "],\"data_offsets\":[0," + bytes + "]}}",
                new byte[bytes]);
    }

    private String message(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        Throwable thrown = catchThrowable(() -> {
            try (MappedFile mapped = MappedFile.open(file)) {
                SafetensorsHeader.read(mapped);
            }
        });
        assertThat(thrown).isInstanceOf(ModelException.class);
        return thrown.getMessage();
    }
}
