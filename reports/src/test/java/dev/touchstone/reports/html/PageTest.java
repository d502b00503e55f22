package dev.touchstone.reports.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleRuns;
import dev.touchstone.reports.json.ResultsJson;
import dev.touchstone.result.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"small", "stopped", "empty", "checks"})
    void isWrittenForEveryKindOfRun(String kind) throws IOException {
        RunResult run = switch (kind) {
            case "small" -> SampleRuns.small(folder);
            case "stopped" -> SampleRuns.stopped(folder);
            case "empty" -> SampleRuns.empty(folder);
            default -> SampleChecks.run(folder);
        };
        new ResultsJson().write(run);
        new HtmlReport().write(run);
        assertThat(page()).startsWith("<!doctype html>").endsWith("</html>\n").contains("id=\"items-0\"");
    }

    @Test
    void comesAfterTheResultsThatItReads() {
        assertThat(new HtmlReport().order()).isGreaterThan(new ResultsJson().order());
    }

    @Test
    void needsNothingFromAnywhere() throws Exception {
        String page = largePage();
        assertThat(page)
                .contains("default-src 'none'; img-src data:; style-src 'sha256-")
                .doesNotContain("src=\"")
                .doesNotContain("@import")
                .doesNotContain("url(");
        assertThat(Pattern.compile("https?://[\\w.]+").matcher(page).results().map(found -> found.group()))
                .as("addresses in the page: only the name of SVG, which is fetched from nowhere")
                .containsOnly("http://www.w3.org");
    }

    @Test
    void theBrowserRunsThisScriptAndNoOther() throws Exception {
        String page = largePage();
        for (String tag : new String[] {"style", "script"}) {
            Matcher part = Pattern.compile("<" + tag + ">(.*?)</" + tag + ">", Pattern.DOTALL)
                    .matcher(page);
            assertThat(part.find()).isTrue();
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(part.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(page)
                    .contains(tag + "-src 'sha256-" + Base64.getEncoder().encodeToString(digest) + "'");
            assertThat(part.find()).as("a second " + tag).isFalse();
        }
    }

    @Test
    void whatItemsContainIsNoMarkup() throws Exception {
        assertThat(largePage()).doesNotContain("<img").doesNotContain("<!--");
    }

    @Test
    void theModelsNameIsNoMarkup() throws Exception {
        LargeRun.write(folder, 60);
        Path results = folder.resolve("results.json");
        Files.writeString(results, Files.readString(results).replace("gguf:models/made-up.gguf", "</title><b>&'x"));
        HtmlReport.write(folder);
        assertThat(page())
                .contains("<title>&lt;/title&gt;&lt;b&gt;&amp;&#39;x · Touchstone 20261101-120000-0a1b2c3d</title>")
                .contains("\"model\":\"\\u003c/title>\\u003cb>&'x\"");
    }

    @Test
    void scriptsMakeNoMarkupFromTexts() throws IOException {
        assertThat(PageParts.script())
                .doesNotContain("innerHTML")
                .doesNotContain("insertAdjacentHTML")
                .doesNotContain("document.write")
                .doesNotContain("eval(")
                .doesNotContain("</script")
                .doesNotContain("<!--");
    }

    @Test
    void saysThatTheResultsAreMissing() {
        assertThatThrownBy(() -> HtmlReport.write(folder))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("results.json")
                        + " is missing, and this report is made from it; the report 'json' writes it");
    }

    @Test
    void saysWhichLineIsDamaged() throws IOException {
        LargeRun.write(folder, 60);
        Path items = folder.resolve("items-mmlu-int4.jsonl");
        Files.writeString(items, Files.readString(items).replaceFirst("\n\\{", "\n"));
        assertThatThrownBy(() -> HtmlReport.write(folder))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(items + " is damaged at line 2: ");
        Files.writeString(items, "[1]\n");
        assertThatThrownBy(() -> HtmlReport.write(folder))
                .hasMessage(items + " is damaged at line 1: a JSON object is expected there");
    }

    private String largePage() throws IOException {
        LargeRun.write(folder, 60);
        HtmlReport.write(folder);
        return page();
    }

    private String page() throws IOException {
        return Files.readString(folder.resolve("report.html"), StandardCharsets.UTF_8);
    }
}
