package dev.touchstone.suites.mini.tables;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads tables that come with the harness. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Tables {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "/dev/touchstone/suites/builtin/";

    private Tables() {}

    /**
     * The relations of one table of facts.
     *
     * @param suite a folder of the built-in suites, such as {@code sciq}
     * @param table a file of its {@code facts}, without its ending
     * @throws IllegalStateException if there is no such table or it can't be understood
     */
    public static List<Relation> facts(String suite, String table) {
        return read(suite + "/facts/" + table + ".yaml", new TypeReference<>() {});
    }

    /**
     * A YAML file.
     *
     * @param name path in the folder of the built-in suites, with {@code /}
     * @throws IllegalStateException if there is no such file or it can't be understood
     */
    public static <T> T read(String name, TypeReference<T> type) {
        try {
            return YAML.readValue(bytes(name), type);
        } catch (JacksonException e) {
            throw new IllegalStateException("built-in table " + name + " can't be understood: " + e.getMessage(), e);
        }
    }

    /**
     * The lines of a text file, without empty ones.
     *
     * @param name path in the folder of the built-in suites, with {@code /}
     * @throws IllegalStateException if there is no such file
     */
    public static List<String> lines(String name) {
        return new String(bytes(name), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Whether there is such a file, by its path in the folder of the built-in suites. */
    public static boolean exists(String name) {
        return Tables.class.getResource(FOLDER + name) != null;
    }

    /** One of some values, each equally likely. */
    public static <T> T pick(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static byte[] bytes(String name) {
        try (InputStream in = Tables.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException(
                        "built-in table " + name + " is not on the class path; use the complete touchstone-suites jar");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("built-in table " + name + " can't be read", e);
        }
    }
}
