package dev.touchstone.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference page is made from {@link Property}; {@code -Dtouchstone.test.write=true} writes it anew. */
class PropertyReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "properties.md");

    @Test
    void theReferencePageIsUpToDate() throws IOException {
        String page = page();
        if (Boolean.getBoolean("touchstone.test.write")) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }
        assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
                .as("run this test with -Dtouchstone.test.write=true")
                .isEqualTo(page);
    }

    private static String page() {
        StringBuilder page = new StringBuilder("""
                # Properties

                Each is set on Maven's command line (`-Dlimit=10`) or as a JUnit configuration parameter with the prefix `touchstone.`
                (`touchstone.limit=10` in `src/test/resources/junit-platform.properties`), which wins when both are set. An unknown or malformed
                one fails the build. This page is made from the class `Property`.

                | property | meaning | legal values | default | example |
                |---|---|---|---|---|
                """);
        for (Property p : Property.values()) {
            page.append("| `")
                    .append(p.key())
                    .append("` | ")
                    .append(p.meaning())
                    .append(" | ");
            page.append(p.legalValues())
                    .append(" | ")
                    .append(p.defaultValue())
                    .append(" | `-D")
                    .append(p.key());
            page.append("=").append(p.example()).append("` |\n");
        }
        return page.toString();
    }
}
