package dev.touchstone.reports.markdown;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleRuns;
import dev.touchstone.reports.json.ResultsJson;
import dev.touchstone.result.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class MarkdownSummaryTest {

    @TempDir
    Path folder;

    @Test
    void saysWhatCameOutAndWhatToBeCarefulAbout() throws IOException {
        assertThat(write(SampleRuns.stopped(folder)))
                .startsWith("## Touchstone: gguf:models/small.gguf\n\n| Suite |")
                .contains("| C-Eval | native | acc | 66.67 % |")
                .contains("| 7 | 1 |")
                .contains("* C-Eval: stopped after 7 of 20 items\n* C-Eval: prompts that were cut: 1")
                .endsWith("Run `20261101-120000-ceval`, model `sha256:0f1e2d3c`, Touchstone 0.1.0\n");
        assertThat(write(SampleRuns.small(folder)))
                .contains("| C-Eval (mini) |")
                .contains("mini items measure the harness, not knowledge");
    }

    @Test
    void undefinedIsADashAndChecksAreCounted() throws IOException {
        assertThat(write(SampleRuns.empty(folder))).contains("| C-Eval | native | acc | – | – | 0 | 0 |");
        assertThat(write(SampleChecks.run(folder))).contains("| Sanity | native | checks | 2 of 5 hold | – | 5 | 1 |");
    }

    @Test
    void verdictsAndVariantsHaveTablesOfTheirOwn() {
        String text = summary("""
                {"run": {"model": "m", "id": "1"}, "suites": [],
                 "gates": [{"name": "regression", "verdict": "FAIL", "evidence": {"text": "lost 9", "numbers": {}}},
                           {"name": "errors", "verdict": "PASS", "evidence": "none"}],
                 "comparisons": [{"suite": "mmlu", "baseline": "fp32", "candidate": "int4", "lost": 1200, "gained": 3,
                   "difference": {"value": -0.0125, "ci95": [-0.03, 0.005]}, "mcnemar": {"p": 0.01234}}],
                 "againstBaseline": [{"suite": "mmlu", "variant": "int4", "baseline": {"run": "2026-1"}, "lost": 5, "gained": 2,
                   "difference": {"value": -0.01, "ci95": [-0.02, 0.001]}, "mcnemar": {"p": 0.2}}]}
                """);
        assertThat(text)
                .contains("| **FAIL** | regression | lost 9 |\n| **PASS** | errors | none |")
                .contains("| mmlu | int4 against run 2026-1 | -1.00 | -2.00 to +0.10 | 0.2000 | 5 | 2 |")
                .contains("| mmlu | int4 against fp32 | -1.25 | -3.00 to +0.50 | 0.0123 | 1,200 | 3 |");
    }

    @Test
    void subjectsWithoutAMetricInCommonHaveALineEach() {
        assertThat(summary("""
                        {"suites": [{"title": "GLUE", "variant": {"precision": "native"}, "metrics": {}, "subjects": [
                          {"title": "CoLA", "metrics": {"mcc": {"value": 0.25, "ci95": [0.125, 0.375]}}, "outcomes": {"correct": 3, "wrong": 2}},
                          {"title": "STS-B", "metrics": {"pearson": {"value": null, "ci95": null}}, "outcomes": {"measured": 1}}]}]}
                        """))
                .contains("| GLUE: CoLA | native | mcc | 0.2500 | 0.1250 – 0.3750 | 5 | 0 |\n"
                        + "| GLUE: STS-B | native | pearson | – | – | 1 | 0 |");
    }

    @Test
    void whereTheAccuracyMisleadsItSaysSo() {
        assertThat(summary("""
                        {"suites": [{"title": "Mail", "metrics": {"f1": {"value": 0.5}}, "subjects": [
                          {"title": "Spam", "balance": {"accuracyMisleads": true}}, {"title": "Ham", "balance": {"accuracyMisleads": false}}]}]}
                        """))
                .contains("* Mail: Spam: one label is so common that the accuracy misleads; F1 and MCC lead\n")
                .doesNotContain("Ham");
    }

    @Test
    void namesAreNoMarkup() {
        assertThat(summary("{\"run\": {\"model\": \"a|b\\n<i>*x*</i> @all\", \"modelFingerprint\": \"a`b\"}}"))
                .startsWith("## Touchstone: a\\|b &lt;i&gt;\\*x\\*&lt;/i&gt; \\@all\n")
                .contains("model `a'b`");
    }

    private static String summary(String results) {
        return new Summary(JsonMapper.builder().build().readTree(results)).text();
    }

    private String write(RunResult run) throws IOException {
        new ResultsJson().write(run);
        new MarkdownSummary().write(run);
        return Files.readString(folder.resolve("summary.md"));
    }
}
