package dev.touchstone.reference.gguf;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** Real weights beside the repository; tests skip without them. */
final class SharedModels {

    private SharedModels() {}

    static Path file(String name) {
        String shared = System.getProperty("touchstone.test.shared", "../../../shared");
        Path file = Path.of(shared, "models", name);
        Assumptions.assumeTrue(Files.exists(file), () -> "needs the real weights " + file.toAbsolutePath());
        return file;
    }
}
