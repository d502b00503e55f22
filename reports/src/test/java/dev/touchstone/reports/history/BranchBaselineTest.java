package dev.touchstone.reports.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.config.ConfigurationReader;
import dev.touchstone.reports.SampleRuns;
import dev.touchstone.result.RunInfo;
import dev.touchstone.result.RunResult;
import dev.touchstone.run.Baselines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Baselines that are named by a branch or a run of the history. */
class BranchBaselineTest {

    @TempDir
    Path folder;

    private String url;

    @BeforeEach
    void keepARun() throws IOException {
        url = "jdbc:sqlite:" + folder.resolve("history.sqlite");
        RunResult plain = SampleRuns.small(folder);
        RunInfo run = plain.run();
        new History()
                .write(new RunResult(
                        new RunInfo(
                                "run-1",
                                Instant.EPOCH,
                                run.model(),
                                run.harnessVersion(),
                                run.jdk(),
                                run.host(),
                                Map.of("history", url, "branch", "main"),
                                folder.resolve("run-1")),
                        plain.suites()));
    }

    @Test
    void aBranchAndARunAreFound() {
        Baselines baselines = baselines(url);
        for (String name : List.of("branch:main", "branch:main#native", "run-1", "run-1#native")) {
            assertThat(baselines.problem(name)).as(name).isEmpty();
            assertThat(baselines.read(name).run().id()).isEqualTo("run-1");
        }
        assertThat(baselines.read("branch:main#native").chosenVariant()).isEqualTo("native");
        assertThat(baselines.read("branch:main").source()).isEqualTo("branch:main");
    }

    @Test
    void aBranchWithoutRunsIsNamedWithThoseThatHaveSome() {
        assertThat(baselines(url).problem("branch:release"))
                .contains(
                        "baseline 'branch:release' was not found: the history " + url
                                + " has finished runs of main; evaluate once on that branch with this history, or pass another -Dhistory");
        String other = "jdbc:sqlite:" + folder.resolve("other.sqlite");
        assertThat(baselines(other).problem("branch:main"))
                .contains(
                        "baseline 'branch:main' was not found: the history " + other
                                + " has no finished run; evaluate once on that branch with this history, or pass another -Dhistory");
    }

    @Test
    void aRunThatIsNowhereSaysWhereItWasLookedFor() {
        assertThat(baselines(url).problem("run-9"))
                .contains(
                        "baseline 'run-9' was not found: there is no such file, and " + folder.resolve("output")
                                + " has no finished run, and the history " + url
                                + " has no run of that id; run once with -Dgate.accept=true and -Dbaseline=FILE.json to record one");
    }

    @Test
    void withoutAHistoryThereIsNoBranch() {
        assertThat(baselines("none").problem("branch:main"))
                .contains(
                        "baseline 'branch:main' needs a history, and there is none; leave out -Dhistory=none, or pass a JDBC URL");
    }

    private Baselines baselines(String history) {
        Map<String, String> values = Map.of("output", folder.resolve("output").toString(), "history", history);
        return new Baselines(
                new ConfigurationReader(name -> Optional.ofNullable(values.get(name))).read(Set.of()), List.of());
    }
}
