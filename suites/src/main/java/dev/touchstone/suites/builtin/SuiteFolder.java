package dev.touchstone.suites.builtin;

import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.data.DataFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A folder of a user's with {@code suite.yaml} and the items' files. Call {@link #read}. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SuiteFolder {

    /** The file that describes the suite. */
    public static final String DESCRIPTION = "suite.yaml";

    private SuiteFolder() {}

    /**
     * Reads the description; the items are read from the same folder, when they are wanted.
     *
     * @throws SuiteException if it is missing or wrong; the message names file and key
     */
    public static OwnSuite read(Path folder) {
        Suite suite = new SuiteYaml(SuiteFolder::text, folder.toString()).readShort();
        return new OwnSuite(suite, data -> new DataFolder(folder));
    }

    private static String text(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new SuiteException(file + " can't be read: " + e);
        }
    }
}
