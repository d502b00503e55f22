package dev.touchstone.reference.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GGUF.... | looks like a GGUF file",
                "12345678{\"a\" | looks like a safetensors file",
                "tjgg1234 | looks like GGML",
                "PK\u0003\u00041234 | looks like a zip archive",
                "'\n <!DOCTYPE html><html>' | looks like an HTML page",
                "<html><body> | looks like an HTML page",
                "version https://git-lfs.github.com/spec/v1 | looks like a git-lfs pointer",
                "{\"error\": 1} | looks like JSON",
            })
    void recognizesWhatOftenLiesInTheWrongPlace(String head, String description) {
        assertThat(FileKind.describe(head.getBytes(StandardCharsets.ISO_8859_1)))
                .startsWith(description);
    }

    @Test
    void recognizesGzip() {
        assertThat(FileKind.describe(new byte[] {0x1f, (byte) 0x8b, 8, 0}))
                .isEqualTo("looks like gzip: unpack it first");
    }

    @Test
    void showsTheBytesOfAnUnknownFile() {
        assertThat(FileKind.describe(new byte[] {0, 1, (byte) 0xff}))
                .isEqualTo("starts with the bytes 00 01 ff: check that it is the right file, or download it again");
    }
}
