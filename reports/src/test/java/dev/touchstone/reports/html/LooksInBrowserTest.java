package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether everybody can use the report: on a phone, in the dark, without seeing it. Leaves a picture of each view. */
class LooksInBrowserTest {

    private static final int ITEMS = 15_000;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final List<String> VIEWS = List.of(
            "#overview",
            "#results",
            "#quality",
            "#variants",
            "#baseline",
            "#items?item=mmlu/subject_7%230",
            "#provenance");

    /** How many rules hold, and then the faults. */
    private static final String AXE = """
            const done = arguments[0], told = each => each.id + ": " + each.nodes.map(node => node.html + " " + node.failureSummary).join("; ");
            axe.run().then(result => done([result.passes.length,
                ...result.violations.filter(each => ["serious", "critical"].includes(each.impact)).map(told)]));
            """;

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openTheReport() throws IOException {
        browser = Browser.start("en");
        LargeRun.write(folder, ITEMS);
        HtmlReport.write(folder);
        browser.open(folder.resolve("report.html"), "#overview");
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @AfterEach
    void nothingWasComplainedAbout() {
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void nothingIsWiderThanTheScreen(int width) throws IOException {
        browser.resize(width, 800);
        for (String view : VIEWS) {
            browser.go(view);
            assertThat(number("return document.documentElement.scrollWidth"))
                    .as(view)
                    .isLessThanOrEqualTo(width);
            browser.screenshot(SCREENSHOTS.resolve(name(view) + "-" + width + ".png"));
        }
    }

    @ParameterizedTest
    @CsvSource({"1280, false", "1280, true", "390, false"})
    void axeFindsNoSeriousFault(int width, boolean dark) throws IOException {
        browser.resize(width, 900);
        browser.dark(dark);
        String axe;
        try (InputStream in = getClass().getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        browser.script(axe);
        for (String view : VIEWS) {
            browser.go(view);
            List<?> found = (List<?>) browser.async(AXE);
            assertThat(found.get(0)).as("rules that hold").isNotEqualTo(0L);
            assertThat(found.subList(1, found.size()))
                    .as("serious faults that axe finds in " + view)
                    .isEmpty();
            browser.screenshot(SCREENSHOTS.resolve(name(view) + (dark ? "-dark-" : "-") + width + ".png"));
        }
    }

    private static String name(String view) {
        return view.replaceAll("^#|\\?.*", "");
    }

    private static long number(String script) {
        return ((Number) browser.script(script)).longValue();
    }
}
