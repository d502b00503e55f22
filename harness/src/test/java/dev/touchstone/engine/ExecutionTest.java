package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SubjectMeans;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

class ExecutionTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder).with("suite", "colours");
    }

    /** The fake model always prefers B; gold letters are A, B, C, D, A, B: two of six are right. */
    @Test
    void rightItemsPassAndWrongOnesAreAborted() {
        EngineExecutionResults results = run.with("suite", "colours/red").execute();
        results.testEvents()
                .assertStatistics(
                        stats -> stats.started(7).succeeded(3).aborted(4).failed(0));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("colours/red#1"), finishedSuccessfully()))
                .haveExactly(1, event(displayName("colours/red#2"), abortedWithReason(message("answered B, gold C"))));
    }

    @Test
    void resultsAreSummedUpBySubjectGroupAndSuite() {
        run.execute();
        SuiteResult suite = RecordingReport.latest().suites().get(0);
        assertThat(suite.finished()).isTrue();
        assertThat(suite.outcomes()).isEqualTo(new OutcomeCounts(6, 12, 0, 0));
        assertThat(suite.metrics().get("acc").value()).isEqualTo(6 / 18.0);
        assertThat(suite.clustered().by()).isEqualTo("subject");
        assertThat(suite.clustered().metrics().get("acc").value()).isEqualTo(6 / 18.0);
        assertThat(suite.groups()).extracting("group").containsExactly("warm", "cold");
        assertThat(suite.groups().get(0).outcomes().total()).isEqualTo(12);
        assertThat(suite.subjects()).extracting("subject").containsExactly("red", "orange", "blue");
    }

    @Test
    void aMeanOverSubjectsGivesEachTheSameWeight() {
        run.with("suite", "colours/red,colours/blue#1").execute();
        List<SubjectResult> subjects = RecordingReport.latest().suites().get(0).subjects();
        Estimate mean = SubjectMeans.of(subjects).get("acc");
        assertThat(mean.value()).isEqualTo((2 / 6.0 + 1) / 2);
        assertThat(mean.n()).isEqualTo(7);
        assertThat(mean.standardError()).as("one item has no spread").isNull();
        run.with("suite", "colours").execute();
        mean = SubjectMeans.of(RecordingReport.latest().suites().get(0).subjects())
                .get("acc");
        double ofOne = Math.sqrt(2 / 6.0 * (4 / 6.0) / 5);
        assertThat(mean.value()).isCloseTo(2 / 6.0, within(1e-15));
        assertThat(mean.standardError()).isCloseTo(ofOne / Math.sqrt(3), within(1e-12));
        assertThat(SubjectMeans.of(subjects.subList(0, 1))).isEmpty();
    }

    @Test
    void anItemThatTheModelRefusesFailsAndTheOthersGoOn() {
        EngineExecutionResults results = run.with("suite", "colours/red")
                .with("model", "fake:question 3")
                .execute();
        results.testEvents()
                .assertStatistics(stats -> stats.failed(2).succeeded(2).aborted(3));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("colours/red#3"),
                                finishedWithFailure(message("colours/red#3 could not be evaluated: "
                                        + "the model does not like 'question 3'"))))
                .haveExactly(
                        1,
                        event(
                                displayName("colours: every item was evaluated"),
                                finishedWithFailure(message("1 item was not evaluated: colours/red#3: "
                                        + "the model does not like 'question 3'"))));
        assertThat(RecordingReport.latest().suites().get(0).metrics().get("acc").n())
                .isEqualTo(5);
    }

    @Test
    void aLoglikelihoodThatIsNoNumberIsAnErrorAndNoAnswer() {
        run.with("suite", "colours/red").with("model", "fake:nan:question 0").execute();
        OutcomeCounts outcomes = RecordingReport.latest().suites().get(0).outcomes();
        assertThat(outcomes).isEqualTo(new OutcomeCounts(2, 3, 0, 1));
    }

    @Test
    void aModelThatCannotBeLoadedFailsTheRun() {
        EngineExecutionResults results = run.with("model", "fake:broken").execute();
        results.allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(message("model 'fake:broken' is broken at offset 12; get it anew"))));
        results.testEvents().assertStatistics(stats -> stats.started(0));
    }

    @Test
    void aReportThatCannotBeWrittenFailsTheRun() {
        run.with("output", folder.resolve("unwritable-report").toString())
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(finishedWithFailure(
                                message("report 'recording' was not written: java.io.IOException: no space left"))));
    }

    @Test
    void aSingleItemRunsAlone() {
        EngineExecutionResults results = run.execute(
                selectUniqueId("[engine:touchstone]/[suite:colours]/[variant:native]/[subject:blue]/[item:1]"));
        results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    }

    @Test
    void limitTakesTheFirstItemsAndSampleDrawsSome() {
        run.with("limit", "2").execute().testEvents().assertStatistics(stats -> stats.started(7));
        run.without("limit").with("sample", "50%").execute().testEvents().assertStatistics(s -> s.started(10));
    }

    @Test
    void subjectsRunInParallelWhenAsked() {
        EngineExecutionResults results = run.with("execution.parallel.enabled", "true")
                .with("execution.parallel.config.strategy", "fixed")
                .with("execution.parallel.config.fixed.parallelism", "3")
                .execute();
        results.testEvents()
                .assertStatistics(
                        stats -> stats.started(19).succeeded(7).aborted(12).failed(0));
        assertThat(RecordingReport.latest().suites().get(0).outcomes()).isEqualTo(new OutcomeCounts(6, 12, 0, 0));
    }

    @Test
    void twoRunsWriteTheSameItems() throws IOException {
        run.execute();
        String first = itemsWithoutTiming(RecordingReport.latest());
        run.with("threads", "3").with("execution.parallel.enabled", "true").execute();
        assertThat(itemsWithoutTiming(RecordingReport.latest()))
                .isEqualTo(first)
                .hasLineCount(18);
    }

    private static String itemsWithoutTiming(RunResult result) throws IOException {
        return Files.readString(result.suites().get(0).itemsFile()).replaceAll(",\"timing\":\\{[^}]*}", "");
    }
}
