package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.result.GateResult;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.Verdict;
import dev.touchstone.testing.RecordingReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Three subjects of 200 items each; the baseline is wrong on the first 20 of each. */
class SequentialGateTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void recordABaseline() {
        run = EngineRun.in(folder, 200)
                .with("suite", "colours")
                .with("baseline", folder.resolve("baseline.json").toString())
                .with("gate.accept", "true")
                .with("model", "fake:wrong:0-20");
        run.execute();
        run.without("gate.accept").with("gate.sequential", "true");
    }

    @Test
    void aMuchWorseModelIsStoppedLongBeforeTheEnd() {
        EngineExecutionResults results = run.with("model", "fake:wrong:0-120").execute();
        assertThat(gate().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(gate().evidence())
                .contains("items that only one of the runs has; p = ")
                .contains("(betting, one-sided, valid at every look). Worse than the baseline");
        assertThat(gate().numbers().get("n")).isLessThan(100);
        results.testEvents().assertStatistics(stats -> stats.started(602).failed(1));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("colours: every item was evaluated"), finishedSuccessfully()))
                .haveAtLeast(500, event(abortedWithReason(message("not needed: a gate had decided before"))));
    }

    @Test
    void itemsAreAskedInRandomOrderOverAllSubjects() {
        run.with("model", "fake:wrong:0-120").execute();
        SuiteResult suite = RecordingReport.latest().suites().get(0);
        assertThat(suite.subjects())
                .hasSize(3)
                .allMatch(subject -> subject.items().size() >= 4);
        List<Integer> indexes =
                suite.subjects().get(0).items().stream().map(ItemResult::index).toList();
        assertThat(indexes).isSorted();
        assertThat(indexes.get(indexes.size() - 1)).isGreaterThan(100);
        String first = ids();
        run.with("resume", "false").execute();
        assertThat(ids()).isEqualTo(first);
        run.with("seed", "7").execute();
        assertThat(ids()).isNotEqualTo(first);
    }

    @Test
    void anEquallyGoodModelPassesAsSoonAsTheDropIsExcluded() {
        run.with("gate.detect", "10%").execute();
        assertThat(gate().verdict()).isEqualTo(Verdict.PASS);
        assertThat(gate().numbers().get("n")).isLessThan(300);
    }

    @Test
    void aSuiteThatStaysUndecidedRunsToItsEnd() {
        run.with("model", "fake:wrong:10-30").execute();
        assertThat(gate().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(gate().numbers()).containsEntry("n", 600.0);
        assertThat(RecordingReport.latest().suites().get(0).finished()).isTrue();
    }

    @Test
    void otherGatesWouldJudgeAPartThatWasChosenByWhatItShowed() {
        assertThat(run.with("gate.regression", "0").with("gate.min", "25%").issues())
                .containsExactly("property 'gate.sequential' stops a suite by gate.regression, and by nothing else; "
                        + "leave the other gates to a run without it");
        assertThat(run.without("gate.min").with("baseline", "first").issues())
                .contains("property 'gate.sequential' needs an earlier run to compare with, and property 'baseline' is "
                        + "'first'; pass a file, a run id or latest");
    }

    private static GateResult gate() {
        return RecordingReport.latest().gates().get(0);
    }

    private static String ids() {
        return RecordingReport.latest().suites().get(0).subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .map(ItemResult::id)
                .toList()
                .toString();
    }
}
