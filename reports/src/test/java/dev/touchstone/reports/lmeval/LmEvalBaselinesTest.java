package dev.touchstone.reports.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.config.Asking;
import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.ItemSummary;
import dev.touchstone.plan.PlannedShots;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.Task.Form;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What this project writes for lm-evaluation-harness is read again; that its own files are read, {@code LmEvalBaselineRunTest} shows. */
class LmEvalBaselinesTest {

    private static final String STAMP = "2026-11-01T12-00-00.000000";

    @TempDir
    Path folder;

    private Path files;

    @BeforeEach
    void writeTheRunThatWasMadeByHand() throws IOException {
        for (String name : List.of(
                "results.json",
                "items-ceval-native.jsonl",
                "items-gsm8k-native.jsonl",
                "items-glue-native.jsonl",
                "items-wikitext-native.jsonl",
                "items-sanity-native.jsonl")) {
            try (InputStream in =
                    LmEvalBaselinesTest.class.getResourceAsStream("/dev/touchstone/reports/html/small/" + name)) {
                Files.copy(in, folder.resolve(name));
            }
        }
        LmEvalFiles.write(folder);
        files = folder.resolve("lm-eval");
    }

    @Test
    void choicesHaveTheirGoldAnswerAndPrompt() throws IOException {
        assertThat(read("ceval", "law"))
                .containsExactly(
                        new ItemSummary(
                                "ceval/law#0",
                                hash("fcbb"),
                                "1",
                                "1",
                                Outcome.CORRECT,
                                Map.of("acc", 1.0),
                                List.of(-2.0, -0.5, -3.0, -4.0),
                                Map.of()),
                        new ItemSummary(
                                "ceval/law#1",
                                hash("6414"),
                                "3",
                                "1",
                                Outcome.WRONG,
                                Map.of("acc", 0.0),
                                List.of(-2.0, -0.5, -3.0, Double.NEGATIVE_INFINITY),
                                Map.of()));
    }

    @Test
    void ofSeveralFiltersTheFirstDecides() throws IOException {
        List<ItemSummary> items = read("gsm8k", "gsm8k");
        assertThat(items)
                .extracting(ItemSummary::outcome)
                .containsExactly(Outcome.CORRECT, Outcome.NO_ANSWER, Outcome.NO_ANSWER);
        assertThat(items).extracting(ItemSummary::answer).containsExactly("7", "12", "");
        assertThat(items.get(0).scores()).containsEntry("exact_match,strict-match", 1.0);
    }

    @Test
    void olderVersionsDoNotSayWhichFilterReadASample() throws IOException {
        List<ItemSummary> named = read("gsm8k", "gsm8k");
        Path samples = files.resolve("samples_gsm8k_" + STAMP + ".jsonl");
        List<String> lines = Files.readAllLines(samples);
        // One filter after the other, as they wrote them.
        List<String> older = Stream.of("strict-match", "flexible-extract")
                .flatMap(filter -> lines.stream().filter(line -> line.contains("\"filter\":\"" + filter + "\"")))
                .map(line -> line.replaceAll("\"filter\":\"[^\"]*\",\"metrics\":\\[[^]]*],", ""))
                .toList();
        assertThat(older).hasSize(6).noneMatch(line -> line.contains("\"metrics\""));
        Files.write(samples, older);
        Path results = files.resolve("results_" + STAMP + ".json");
        Files.writeString(
                results,
                Files.readString(results)
                        .replace(
                                "\"task\" : \"gsm8k\",",
                                "\"task\" : \"gsm8k\", \"filter_list\": [{\"name\": \"strict-match\"}, {\"name\": \"flexible-extract\"}],"));
        assertThat(read("gsm8k", "gsm8k")).isEqualTo(named);
    }

    @Test
    void wholeTextsHaveTheirLoglikelihoodAndBytes() throws IOException {
        ItemSummary page = read("wikitext", "wikitext").get(0);
        assertThat(page.outcome()).isEqualTo(Outcome.MEASURED);
        assertThat(page.amounts()).isEqualTo(Map.of("loglikelihood", -123.5, "bytes", 198.0));
        assertThat(page.scores()).isEmpty();
    }

    @Test
    void theNewestResultsOfAFolderCount() throws IOException {
        Files.writeString(files.resolve("results_2025-01-01T00-00-00.000000.json"), "{}", StandardCharsets.UTF_8);
        LmEvalBaselines format = new LmEvalBaselines();
        assertThat(format.isOf(files)).isTrue();
        assertThat(format.isOf(files.resolve("results_" + STAMP + ".json"))).isTrue();
        assertThat(format.isOf(folder)).isFalse();
        assertThat(format.isOf(folder.resolve("results.json"))).isFalse();
        Baseline read = format.read(files, "old", List.of(planned("gsm8k", "gsm8k")));
        assertThat(read.run())
                .isEqualTo(new Baseline.Origin(
                        "results_" + STAMP,
                        "2026-11-01T12:00:00Z",
                        "gguf:models/made-up.gguf",
                        "sha256:0f1e2d3c",
                        "lm_eval of unknown version"));
        assertThat(read.suites())
                .extracting(suite -> suite.suite() + " " + suite.variant())
                .containsExactly("gsm8k native");
    }

    @Test
    void tasksThatAreMissingAreNamedWithThoseThereAre() {
        assertThatThrownBy(() -> read("mmlu", "anatomy"))
                .isInstanceOf(ComparisonRefused.class)
                .hasMessage("baseline " + files.resolve("results_" + STAMP + ".json")
                        + " of lm-evaluation-harness has none of the tasks mmlu_anatomy; it has: ceval-valid, ceval-valid_law, gsm8k, "
                        + "glue, cola, wikitext");
    }

    @Test
    void missingSamplesSayHowToGetThem() throws IOException {
        Files.delete(files.resolve("samples_gsm8k_" + STAMP + ".jsonl"));
        assertThatThrownBy(() -> read("gsm8k", "gsm8k"))
                .isInstanceOf(ComparisonRefused.class)
                .hasMessageEndingWith("has no samples of task gsm8k: samples_gsm8k_" + STAMP
                        + ".jsonl is not beside it; run lm_eval with --log_samples");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"half\":", "\"no object\"", "{\"doc_id\": 7}"})
    void damagedSamplesNameTheLine(String line) throws IOException {
        Path samples = files.resolve("samples_gsm8k_" + STAMP + ".jsonl");
        Files.writeString(samples, Files.readString(samples) + line, StandardCharsets.UTF_8);
        assertThatThrownBy(() -> read("gsm8k", "gsm8k"))
                .isInstanceOf(ComparisonRefused.class)
                .hasMessageStartingWith("the baseline's samples " + samples + " are damaged at line 7: ");
    }

    private List<ItemSummary> read(String suite, String subject) throws IOException {
        return new LmEvalBaselines()
                .read(files, "old", List.of(planned(suite, subject)))
                .suites()
                .get(0)
                .items();
    }

    private static PlannedSuite planned(String id, String subject) {
        Suite suite = SuiteCatalog.load().find(id).orElseThrow();
        Suite.Subject chosen = suite.subjects().stream()
                .filter(each -> each.id().equals(subject))
                .findFirst()
                .orElseThrow();
        PlannedShots none = new PlannedShots(0, List.of(), Map.of());
        return new PlannedSuite(
                suite,
                "folder",
                List.of(new PlannedSubject(
                        suite,
                        chosen,
                        suite.task(chosen),
                        Asking.DEFAULT,
                        Form.LETTERS,
                        List.of("acc"),
                        List.of(),
                        none,
                        List.of(),
                        "")));
    }

    private static String hash(String end) {
        return "0".repeat(60) + end;
    }
}
