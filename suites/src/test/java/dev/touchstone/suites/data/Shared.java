package dev.touchstone.suites.data;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real data and golden values, which are not part of the repository. */
final class Shared {

    private Shared() {}

    /** A path below the folder; the test is skipped when it is not there. */
    static Path path(String name) {
        Path path = Path.of(System.getProperty("touchstone.test.shared", "../shared"))
                .resolve(name);
        assumeTrue(Files.exists(path), path + " is not here; set -Dtouchstone.test.shared to the folder that has it");
        return path;
    }
}
