package dev.touchstone.suites.mini.glue;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the tables that come with this package. */
final class Tables {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "/dev/touchstone/suites/builtin/glue/mini/";

    private Tables() {}

    static <T> T read(String name, Class<T> type) {
        try (InputStream in = Tables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        FOLDER + name + " is missing from the jar; build the suites module again");
            }
            return YAML.readValue(in, type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
