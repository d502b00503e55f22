package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.DistributionRuns;
import dev.touchstone.reports.HardwareRuns;
import dev.touchstone.reports.json.ResultsJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of variants beside their scores: what hardware makes of them, and how far their distributions are apart. */
class VariantCostsInBrowserTest {

    @TempDir
    static Path folder;

    private static Browser browser;

    @BeforeAll
    static void openTheReport() throws IOException {
        browser = Browser.start("en");
        new ResultsJson().write(HardwareRuns.t4(folder));
        HtmlReport.write(folder);
    }

    @AfterAll
    static void close() {
        if (browser != null) {
            browser.close();
        }
    }

    @Test
    void theOverviewSaysWhatRunsAndHowFast() {
        browser.open(folder.resolve("report.html"), "#overview");
        assertThat(browser.text("#view-overview"))
                .contains(
                        "Hardware: NVIDIA T4", "memory 16 GB", "emulated", "14.38 ms (memory)", "1.66 ms (arithmetic)")
                .contains("fp32: does not fit in the memory.")
                .contains("MMLU: skipped: t4 does not run bf16");
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void variantsHaveTheirDivergenceAndADiagramOfItAgainstSize() throws IOException {
        Path other = folder.resolve("distributions");
        Files.createDirectories(other);
        new ResultsJson().write(DistributionRuns.variants(other));
        HtmlReport.write(other);
        browser.open(other.resolve("report.html"), "#variants");
        assertThat(browser.text("#view-variants"))
                .contains("Same top token", "0.3059", "69.95 %", "1.2568", "1.6130")
                .contains("Divergence from fp32 against size");
        assertThat(browser.complaints()).isEmpty();
        browser.screenshot(Path.of("target", "screenshots", "variant-costs.png"));
    }

    @Test
    void everyViewCanBeOpened() {
        for (String view : new String[] {"results?run=1", "quality?run=1", "items?suite=mmlu", "provenance"}) {
            browser.open(folder.resolve("report.html"), "#" + view);
            assertThat(browser.text("main")).as(view).isNotBlank();
        }
        assertThat(browser.complaints()).isEmpty();
    }
}
