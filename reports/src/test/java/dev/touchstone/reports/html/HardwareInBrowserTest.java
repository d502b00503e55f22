package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.HardwareRuns;
import dev.touchstone.reports.json.ResultsJson;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that was planned for hardware, of which a part did not run. */
class HardwareInBrowserTest {

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
                        "Hardware: NVIDIA T4", "memory 16 GB", "emulated", "14.38 ms (memory)", "1.66 ms (arithmetic)")
                .contains("fp32: does not fit in the memory.")
                .contains("MMLU: skipped: t4 does not run bf16");
        assertThat(browser.complaints()).isEmpty();
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
