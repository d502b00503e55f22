package dev.touchstone.reference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintTest {

    /** SHA-256 of "abc": FIPS 180-2, appendix B.1. */
    private static final String ABC = "sha256:ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

    @TempDir
    Path folder;

    @Test
    void isTheSha256OfTheBytes() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        assertThat(new Fingerprint(List.of(file)).value()).isEqualTo(ABC);
    }

    @Test
    void goesThroughSeveralFilesInNameOrder() throws IOException {
        Path first = Files.writeString(folder.resolve("part-1"), "ab");
        Path second = Files.writeString(folder.resolve("part-2"), "c");
        assertThat(new Fingerprint(List.of(second, first)).value()).isEqualTo(ABC);
    }

    @Test
    void isComputedOnceForAllThreads() throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "abc");
        Fingerprint fingerprint = new Fingerprint(List.of(file));
        fingerprint.value();
        Files.delete(file);
        assertThat(IntStream.range(0, 50).parallel().mapToObj(i -> fingerprint.value()))
                .containsOnly(ABC);
    }

    @Test
    void saysWhichFileIsGone() {
        Path file = folder.resolve("gone");
        assertThatThrownBy(() -> new Fingerprint(List.of(file)).value())
                .isInstanceOf(ModelException.class)
                .hasMessage(file + " can't be read for its fingerprint (java.nio.file.NoSuchFileException: " + file
                        + "): check that it is still there");
    }
}
