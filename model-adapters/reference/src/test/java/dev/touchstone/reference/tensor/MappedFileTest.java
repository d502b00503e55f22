package dev.touchstone.reference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MappedFileTest {

    @TempDir
    Path folder;

    @Test
    void mapsAPartOfTheFileLittleEndian() throws IOException {
        Path path = Files.write(folder.resolve("a"), new byte[] {9, 1, 2, 0, 0, 9});
        try (MappedFile file = MappedFile.open(path)) {
            assertThat(file.size()).isEqualTo(6);
            assertThat(file.map(1, 4).getInt()).isEqualTo(0x0201);
        }
    }

    @Test
    void saysThatThereIsNoSuchFile() {
        Path path = folder.resolve("a.gguf");
        assertThatThrownBy(() -> MappedFile.open(path))
                .isInstanceOf(ModelException.class)
                .hasMessage(path + " does not exist: check the path, or download the model first");
    }

    @Test
    void saysThatItIsAFolder() {
        assertThatThrownBy(() -> MappedFile.open(folder))
                .isInstanceOf(ModelException.class)
                .hasMessage(folder + " is a folder, but a file of weights is expected: name the file inside it");
    }

    @Test
    void saysThatTheFileIsEmpty() throws IOException {
        Path path = Files.createFile(folder.resolve("a.gguf"));
        assertThatThrownBy(() -> MappedFile.open(path))
                .isInstanceOf(ModelException.class)
                .hasMessage(path + " is empty (0 bytes): download it again");
    }
}
