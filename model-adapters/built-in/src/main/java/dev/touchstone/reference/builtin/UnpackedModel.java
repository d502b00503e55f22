package dev.touchstone.reference.builtin;

import dev.touchstone.model.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The model's files in a folder, as a program that reads a Hugging Face folder needs them.
 *
 * @param folder a fresh one, readable by this user only
 */
record UnpackedModel(Path folder) {

    private static final List<String> FILES =
            List.of("config.json", "tokenizer_config.json", "tokenizer.json", "model.safetensors", "README.md");

    /** @throws ModelException if the files can't be written */
    static UnpackedModel unpack() {
        try {
            UnpackedModel unpacked = new UnpackedModel(Files.createTempDirectory("touchstone-model"));
            for (String file : FILES) {
                unpacked.write(file);
            }
            return unpacked;
        } catch (IOException e) {
            throw new ModelException(
                    "the built-in model can't be unpacked: " + e
                            + "; make room in the folder for temporary files, or name another with -Djava.io.tmpdir",
                    e);
        }
    }

    private void write(String file) throws IOException {
        try (InputStream in = UnpackedModel.class.getResourceAsStream("model/" + file)) {
            if (in == null) {
                throw new ModelException("the built-in model lacks " + file
                        + "; use the complete touchstone-model-built-in jar");
            }
            Files.copy(in, folder.resolve(file));
        }
    }

    /** Deletes the folder; what can't be deleted yet (a mapped file, on Windows) is left to the end of the JVM. */
    void delete() {
        FILES.forEach(file -> delete(folder.resolve(file)));
        delete(folder);
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            path.toFile().deleteOnExit();
        }
    }
}
