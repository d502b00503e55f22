package dev.touchstone.suites.mini.sums;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The templates of one subject, as {@code <suite>/mini/<subject>.yaml} lists them.
 *
 * @param words lists of words to draw from, by name
 * @param templates in the file's order
 */
record SumTable(Map<String, List<String>> words, List<SumTemplate> templates) {

    private static final YAMLMapper YAML = new YAMLMapper();
    private static final String FOLDER = "/dev/touchstone/suites/builtin/";

    SumTable(@Nullable Map<String, List<String>> words, List<SumTemplate> templates) {
        this.words = words == null ? Map.of() : words;
        this.templates = templates;
    }

    /** Where the table is, as messages and items name it. */
    static String name(String suite, String subject) {
        return suite + "/mini/" + subject + ".yaml";
    }

    /** @throws IllegalArgumentException if there is no such table */
    static SumTable load(String suite, String subject) {
        String name = name(suite, subject);
        try (InputStream in = SumTable.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no templates " + name);
            }
            return YAML.readValue(in, SumTable.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
