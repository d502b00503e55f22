package dev.touchstone.reports.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.ComparisonRefused;
import dev.touchstone.gate.RunHistory;
import dev.touchstone.gate.SuiteItems;
import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleGates;
import dev.touchstone.reports.SampleRuns;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a history does, whatever database it is in. */
abstract class HistoryContract {

    @TempDir
    Path folder;

    private final RunHistory past = new PastBaselines();

    /** The URL of a database that holds nothing yet. */
    abstract String url();

    @Test
    void aRunIsReadAgainAsTheBaselineThatItIs() throws IOException {
        RunResult run = run(SampleGates.run(folder), "run-1", 1000, "main");
        write(run);

        Baseline read = past.read(url(), "run-1", "run-1");
        assertThat(read.suites())
                .isEqualTo(run.suites().stream().map(SuiteItems::of).toList());
        assertThat(read.run().modelFingerprint()).isEqualTo("sha256:0f1e2d3c");
        assertThat(read.run().started()).isEqualTo("1970-01-01T00:00:01Z");
        assertThat(past.has(url(), "run-1")).isTrue();
        assertThat(past.has(url(), "run-2")).isFalse();
    }

    @Test
    void variantsKeepTheirNamesAndOrder() throws IOException {
        RunResult run = run(SampleRuns.variants(folder), "run-1", 1000, "main");
        write(run);
        assertThat(past.read(url(), "run-1", "run-1").suites())
                .extracting(SuiteItems::variant)
                .containsExactly("fp32", "int4", "int2");
    }

    @Test
    void theNewestFinishedRunOfABranchIsFoundBySuite() throws IOException {
        write(run(SampleRuns.small(folder), "run-1", 1000, "main"));
        write(run(SampleRuns.small(folder), "run-3", 3000, "main"));
        write(run(SampleRuns.small(folder), "run-2", 2000, "main"));
        write(run(SampleRuns.stopped(folder), "run-4", 4000, "main"));
        write(run(SampleRuns.small(folder), "run-5", 5000, "feature/x"));

        assertThat(past.newestOf(url(), "main", Set.of("ceval"), Set.of())).contains("run-3");
        assertThat(past.newestOf(url(), "main", Set.of(), Set.of())).contains("run-3");
        assertThat(past.newestOf(url(), "feature/x", Set.of("ceval"), Set.of())).contains("run-5");
        assertThat(past.newestOf(url(), "main", Set.of("ceval", "mmlu"), Set.of()))
                .isEmpty();
        assertThat(past.newestOf(url(), "absent", Set.of(), Set.of())).isEmpty();
        assertThat(past.branches(url())).containsExactly("feature/x", "main");
    }

    @Test
    void anOlderRunUnderTheSameVariantComesBeforeANewerOneUnderAnother() throws IOException {
        write(run(SampleRuns.variants(folder), "run-1", 1000, "main"));
        write(run(SampleRuns.small(folder), "run-2", 2000, "main"));
        assertThat(past.newestOf(url(), "main", Set.of("ceval"), Set.of("int4")))
                .contains("run-1");
        assertThat(past.newestOf(url(), "main", Set.of("ceval"), Set.of("native")))
                .contains("run-2");
        assertThat(past.newestOf(url(), "main", Set.of("ceval"), Set.of("bf16")))
                .contains("run-2");
    }

    @Test
    void severalBuildsWriteAtTheSameTimeFromTheFirstRunOn() throws Exception {
        ExecutorService builds = Executors.newFixedThreadPool(4);
        try {
            List<Callable<JsonNode>> runs = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                RunResult run = run(SampleRuns.small(folder), "run-" + i, 1000 * i, "main");
                runs.add(() -> write(run));
            }
            for (Future<JsonNode> build : builds.invokeAll(runs)) {
                build.get();
            }
        } finally {
            builds.shutdownNow();
        }
        assertThat(List.of("run-1", "run-2", "run-3", "run-4")).allMatch(run -> past.has(url(), run));
    }

    @Test
    void aRunThatWasResumedIsThereOnce() throws IOException, SQLException {
        write(run(SampleRuns.stopped(folder), "run-1", 1000, "main"));
        write(run(SampleRuns.small(folder), "run-1", 1000, "main"));
        assertThat(past.newestOf(url(), "main", Set.of("ceval"), Set.of())).contains("run-1");
        try (Connection connection = Database.open(url())) {
            assertThat(Sql.query(connection, "SELECT COUNT(*) FROM touchstone_item", row -> row.getInt(1)))
                    .containsExactly(
                            SampleRuns.small(folder).suites().get(0).outcomes().total());
        }
    }

    @Test
    void theTrendHasTheRunsThatCanBeComparedTheOldestFirst() throws IOException {
        write(run(SampleRuns.small(folder), "run-2", 2000, "main"));
        write(run(SampleRuns.small(folder), "run-1", 1000, "feature/x"));
        write(run(SampleRuns.variants(folder), "run-3", 3000, "main"));
        JsonNode trend = write(run(SampleRuns.small(folder), "run-4", 4000, "main"));

        assertThat(trend.at("/trends")).hasSize(1);
        assertThat(trend.at("/trends/0/suite").asString()).isEqualTo("ceval");
        assertThat(trend.at("/trends/0/metric").asString()).isEqualTo("acc");
        assertThat(trend.at("/trends/0/runs")
                        .valueStream()
                        .map(run -> run.get("run").asString()))
                .containsExactly("run-1", "run-2", "run-4");
        assertThat(trend.at("/trends/0/runs/0/branch").asString()).isEqualTo("feature/x");
        assertThat(trend.at("/trends/0/runs/2/value").asDouble())
                .isEqualTo(SampleRuns.small(folder)
                        .suites()
                        .get(0)
                        .metrics()
                        .get("acc")
                        .value());
        assertThat(trend.at("/trends/0/runs/2/ci95")).hasSize(2);
    }

    @Test
    void whatIsUndefinedStaysSo() throws IOException, SQLException {
        write(run(SampleRuns.empty(folder), "run-1", 1000, "main"));
        try (Connection connection = Database.open(url())) {
            assertThat(Sql.query(
                            connection,
                            "SELECT score, n FROM touchstone_metric",
                            row -> row.getObject(1) + " of " + row.getInt(2)))
                    .isNotEmpty()
                    .containsOnly("null of 0");
        }
    }

    @Test
    void checksOnAModelAreNotKept() throws IOException {
        RunResult run = run(SampleChecks.run(folder), "run-1", 1000, "main");
        new History().write(run);
        assertThat(folder.resolve("run-1/trend.json")).doesNotExist();
    }

    @Test
    void aRunThatIsNotThereIsRefusedByName() {
        assertThatThrownBy(() -> {
                    write(run(SampleRuns.small(folder), "run-1", 1000, "main"));
                    past.read(url(), "run-9", "run-9");
                })
                .isInstanceOf(ComparisonRefused.class)
                .hasMessage("the history " + url() + " has no run run-9");
    }

    private JsonNode write(RunResult run) throws IOException {
        new History().write(run);
        return JsonMapper.builder()
                .build()
                .readTree(Files.readString(run.run().folder().resolve("trend.json"), StandardCharsets.UTF_8));
    }

    private RunResult run(RunResult plain, String id, long startedMillis, String branch) {
        RunInfo run = plain.run();
        RunInfo info = new RunInfo(
                id,
                Instant.ofEpochMilli(startedMillis),
                run.model(),
                run.harnessVersion(),
                run.jdk(),
                run.host(),
                Map.of("history", url(), "branch", branch),
                folder.resolve(id));
        return new RunResult(
                info,
                plain.suites(),
                plain.comparisons(),
                plain.gates(),
                plain.againstBaseline(),
                plain.distributions(),
                plain.hardware());
    }
}
