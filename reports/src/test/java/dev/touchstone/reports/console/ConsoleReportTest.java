package dev.touchstone.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.FormRuns;
import dev.touchstone.reports.MeasuredRuns;
import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleGates;
import dev.touchstone.reports.SampleRuns;
import dev.touchstone.result.RunResult;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleReportTest {

    @TempDir
    Path folder;

    @Test
    void printsATableByGroupAndSubjectWithNotesAndWarnings() {
        assertThat(print(SampleRuns.small(folder), false, StandardCharsets.UTF_8))
                .isEqualTo("""

            C-Eval (mini)  gguf:models/small.gguf · mini data · 5 shots · loglikelihood · native
            ──────────────────────────────────────────────────────────────────────────────────────────
                                                 acc %  std error   95 % interval  n  errors  cut
            ──────────────────────────────────────────────────────────────────────────────────────────
            Social Science                       60.00      24.49  11.99 – 100.00  5       1    1
              Law           法学                 66.67      33.33   1.33 – 100.00  3       1    1
              Marxism       马克思主义基本原理   50.00      50.00   0.00 – 100.00  2
            Humanities                          100.00          –               –  1               [1]
              Logic         逻辑学              100.00          –               –  1               [1]
            ──────────────────────────────────────────────────────────────────────────────────────────
            C-Eval (mini)                        66.67      21.08  25.35 – 100.00  6       1    1
            ──────────────────────────────────────────────────────────────────────────────────────────
            [1] a standard error needs 2 items, and there is 1
            ! items that could not be evaluated: 1; they count in no figure, and the items file says why
            ! prompts that were cut at the beginning to fit the model's 2,048 tokens: 1; fewer shots make them shorter
            ! mini items measure the harness, not knowledge
            1,355 tokens/s · 83.2 % of prompt tokens not recomputed · wall time 0:12

            """);
    }

    @Test
    void printsVerdictsWithTheirEvidenceBelowTheSuites() {
        String text = print(SampleGates.run(folder), false, StandardCharsets.UTF_8);
        assertThat(text.substring(text.indexOf("Gates\n"))).startsWith("""
            Gates
            RULE
            FAIL  regression: ceval native
              acc 66.67 %, baseline 83.33 %, n = 6: difference -16.67 points (95 % interval -56.35 to 27.03 points), 1
              lost, 0 gained; p = 0.5000 (McNemar's exact test, one-sided). Worse than the baseline.
            PASS  min: ceval native acc
              items: 1 of 6 – a dash.
            INCONCLUSIVE  no-answer: ceval native
              items: 1 of 6 – a dash.
            REFUSED  flips: ceval native
              items: 1 of 6 – a dash.
            RULE
            """.replace("RULE", "─".repeat(110)));
        assertThat(print(SampleGates.run(folder), true, StandardCharsets.UTF_8))
                .contains("\u001b[33mFAIL  regression")
                .contains("\u001b[33mINCONCLUSIVE")
                .doesNotContain("\u001b[33mPASS");
        assertThat(print(SampleGates.run(folder), false, StandardCharsets.US_ASCII))
                .matches("\\p{ASCII}*")
                .contains("1 of 6 ? a dash");
        assertThat(print(SampleRuns.small(folder), false, StandardCharsets.UTF_8))
                .doesNotContain("Gates");
    }

    @Test
    void printsChecksWithTheirEvidenceInsteadOfFigures() {
        assertThat(print(SampleChecks.run(folder), false, StandardCharsets.UTF_8))
                .isEqualTo("""

            Sanity  gguf:models/small.gguf · native
            RULE
            check                        evidence
            RULE
            logits        holds          16 rows
            causal-mask   does not hold  3 of 65 positions differ
            batch         skipped        can't be looked into
            round-trip#0  holds          naïve: the same
            round-trip#1  error          the model failed while it was looked into
            RULE
            2 hold · 1 does not hold · 1 skipped · 1 could not be made · 2 not reached · wall time 0:07

            """.replace("RULE", "─".repeat(110)));
        assertThat(print(SampleChecks.run(folder), false, StandardCharsets.US_ASCII))
                .matches("\\p{ASCII}*")
                .contains("na?ve: the same");
        assertThat(print(SampleChecks.run(folder), true, StandardCharsets.UTF_8))
                .contains("\u001b[33mcausal-mask")
                .doesNotContain("\u001b[33mlogits");
    }

    @Test
    void printsALineForEachPerplexityWithItsInterval() {
        assertThat(print(MeasuredRuns.pages(folder), false, StandardCharsets.UTF_8))
                .isEqualTo("""

            WikiText-2  gguf:models/small.gguf · folder data · 0 shots · rolling loglikelihood · native
            ─────────────────────────────────────────────────────────────────────────────
                        metric             value  std error      95 % interval  n  errors
            ─────────────────────────────────────────────────────────────────────────────
            WikiText-2  word_perplexity  26.7257     3.0002  16.4878 – 43.3208  3       1
                        byte_perplexity   1.9015     0.0491    1.7015 – 2.1251  3
                        bits_per_byte     0.9272     0.0373    0.7668 – 1.0875  3
            ─────────────────────────────────────────────────────────────────────────────
            ! items that could not be evaluated: 1; they count in no figure, and the items file says why
            81 tokens/s · 0.0 % of prompt tokens not recomputed · wall time 0:12

            """);
    }

    @Test
    void printsALineForEachMetricWhereSubjectsHaveOthers() {
        assertThat(print(MeasuredRuns.mixed(folder), false, StandardCharsets.UTF_8))
                .isEqualTo("""

            GLUE  gguf:models/small.gguf · folder data · 0 shots · loglikelihood · native
            ────────────────────────────────────────────────────────────
                   metric     value  std error     95 % interval  n
            ────────────────────────────────────────────────────────────
            CoLA   mcc       0.5774          –                 –  4  [1]
                   acc %      75.00      25.00     30.06 – 95.44  4
            STS-B  pearson   0.8406     0.2074  -0.1611 – 0.9892  5
                   spearman  0.7000     0.4024  -0.5909 – 0.9841  5
            ────────────────────────────────────────────────────────────
            [1] the standard error and the interval are undefined: 3832 of 10000 resamples leave out a class or a spread that the metric needs
            no total: no metric is common to all rows
            81 tokens/s · 0.0 % of prompt tokens not recomputed · wall time 0:12

            """);
    }

    @Test
    void leadsWithF1AndMccWhereTheAccuracyMisleadsAndSaysWhy() {
        assertThat(print(MeasuredRuns.imbalanced(folder), false, StandardCharsets.UTF_8))
                .contains("\nCoLA  f1_macro %", "\n      mcc ", "\n      acc % ", "\n      roc_auc ", "\n      ece % ")
                .contains(
                        "! 'yes' is right in 90.0 % of the items (9.0 : 1), so always answering it would score that; the "
                                + "accuracy misleads, and F1 and MCC lead\n");
    }

    @Test
    void howSureTheModelWasHasALineBelowATableOfShares() {
        Estimate half = Estimate.of(0.5, 0.125, new Estimate.Interval(0.25, 0.75), 7);
        Map<String, Estimate> metrics = new LinkedHashMap<>();
        List.of("acc", "brier", "ece").forEach(metric -> metrics.put(metric, half));
        assertThat(print(SampleRuns.withMetrics(folder, metrics), false, StandardCharsets.UTF_8))
                .contains("          acc %  std error  95 % interval  n  errors  cut\n")
                .contains("\nbrier 0.5000 [0.2500 – 0.7500] · ece 50.00 % [25.00 – 75.00]\n")
                .contains("\nacc when the items of a subject belong together (2): 95 % interval 25.00 – 75.00\n");
    }

    @Test
    void aTableOfVariantsNamesTheFormWhereTheSuiteRanInBoth() {
        assertThat(print(FormRuns.precisions(folder), false, StandardCharsets.UTF_8))
                .contains("C-Eval  precisions compared with fp32 on the same items, cloze\n");
    }

    @Test
    void printsVariantsBesideEachOther() {
        assertThat(print(SampleRuns.variants(folder), false, StandardCharsets.UTF_8))
                .contains("loglikelihood · int4 · 4.26 bits a weight, 8.1 MB\n")
                .endsWith("""

            C-Eval  precisions compared with fp32 on the same items
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
                  right %  difference    95 % interval  lost  gained  changed      p  n  bits a weight     size  tokens/s
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
            fp32    66.67                                                             3          32.00  60.8 MB     1,355
            int4    33.33      -33.33  -71.78 – +31.58     1       0        2  1.000  3           4.26   8.1 MB     1,355
            int2    50.00      -50.00  -90.55 – +27.26     1       0        1  1.000  2              –        –     1,355
            ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
            ! int2: items left out, as not both evaluated them: 1

            """);
    }

    @Test
    void usesPlainSignsAndLeavesOutChineseNamesWhereTheConsoleHasOnlyAscii() {
        String text = print(SampleRuns.small(folder), false, StandardCharsets.US_ASCII);

        assertThat(text).matches("\\p{ASCII}*").contains("  Law  ", " - ");
    }

    @Test
    void isTheSameInEachLocale() {
        String here = print(SampleRuns.small(folder), false, StandardCharsets.UTF_8);
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG"));
            assertThat(print(SampleRuns.small(folder), false, StandardCharsets.UTF_8))
                    .isEqualTo(here);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void saysWhenARunWasStopped() {
        assertThat(print(SampleRuns.stopped(folder), false, StandardCharsets.UTF_8))
                .contains("! stopped after 7 of 20 items: the figures are those of a part; run again to resume")
                .doesNotContain("mini");
    }

    @Test
    void printsATableForARunWithoutAnyItem() {
        assertThat(print(SampleRuns.empty(folder), false, StandardCharsets.UTF_8))
                .contains("[1] nothing was evaluated");
    }

    @Test
    void fitsATerminalOf110ColumnsWithFiftyTwoSubjects() {
        List<String> lines = print(SampleRuns.large(folder), false, StandardCharsets.UTF_8)
                .lines()
                .toList();

        assertThat(lines).hasSizeGreaterThan(52 + 4).allMatch(line -> CellWidth.of(line) <= 110);
    }

    @Test
    void namesTheFilesThatExistAndNoOthers() throws Exception {
        Files.writeString(folder.resolve("results.json"), "{}");
        Files.writeString(folder.resolve("report.html"), "");

        assertThat(print(SampleRuns.small(folder), false, StandardCharsets.UTF_8))
                .contains("results  " + folder.resolve("results.json"))
                .contains("report   " + folder.resolve("report.html"))
                .doesNotContain("allure-report");
    }

    @Test
    void hasColoursOnlyWhenAsked() {
        assertThat(print(SampleRuns.small(folder), true, StandardCharsets.UTF_8))
                .contains("\u001b[1mSocial Science");
        assertThat(print(SampleRuns.small(folder), false, StandardCharsets.UTF_8))
                .doesNotContain("\u001b");
    }

    private static String print(RunResult result, boolean colour, Charset charset) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, charset);
        new ConsoleReport(new Terminal(out, false, new Style(colour, charset))).write(result);
        return bytes.toString(charset).replace(System.lineSeparator(), "\n");
    }
}
