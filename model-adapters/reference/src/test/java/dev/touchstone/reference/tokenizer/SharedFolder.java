package dev.touchstone.reference.tokenizer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** The folder with weights and golden values outside of the repository; tests that need it are skipped without it. */
final class SharedFolder {

    private SharedFolder() {}

    static Path file(String name) {
        Path file = Path.of(System.getProperty("touchstone.test.shared", "../shared"))
                .resolve(name);
        assumeTrue(Files.exists(file), () -> "skipped: " + file + " is not there; set -Dtouchstone.test.shared");
        return file;
    }
}
