package dev.touchstone.builtin;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The model's files, unpacked to a temporary folder, since weights are mapped and the tokenizer's library reads files. Closing deletes
 * what the operating system lets go: a mapped file stays readable on Linux and macOS, and on Windows stays until the JVM ends.
 */
final class ModelFolder implements AutoCloseable {

    /** In the order in which they are deleted at the end. */
    static final List<String> FILES =
            List.of("config.json", "model.safetensors", "tokenizer.json", "tokenizer_config.json");

    private final Path path;

    private ModelFolder(Path path) {
        this.path = path;
    }

    /** @throws ModelException if the files can't be written */
    static ModelFolder unpack() {
        try {
            ModelFolder folder = new ModelFolder(Files.createTempDirectory("touchstone-model"));
            folder.path.toFile().deleteOnExit();
            for (String file : FILES) {
                folder.copy(file);
            }
            return folder;
        } catch (IOException e) {
            throw new ModelException(
                    "the built-in model can't be unpacked to the folder for temporary files, "
                            + System.getProperty("java.io.tmpdir") + ": " + e.getMessage()
                            + "; make room there, or name another one with -Djava.io.tmpdir=FOLDER",
                    e);
        }
    }

    private void copy(String name) throws IOException {
        Path file = path.resolve(name);
        file.toFile().deleteOnExit();
        try (InputStream in = resource(name)) {
            Files.copy(in, file);
        }
    }

    /** One of the model's files. */
    static InputStream resource(String name) {
        InputStream in = ModelFolder.class.getResourceAsStream("model/" + name);
        if (in == null) {
            throw new ModelException("the artifact of the built-in model lacks its file " + name + "; build it again");
        }
        return in;
    }

    Path path() {
        return path;
    }

    @Override
    public void close() {
        for (String name : FILES) {
            delete(path.resolve(name));
        }
        delete(path);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Still mapped, on Windows: deleted when the JVM ends.
        }
    }
}
