package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.VariantComparison;
import dev.touchstone.testing.FakeModelProvider;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.DiscoveryIssue;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The same items under several variants of the model. */
class VariantsTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder).with("suite", "colours/red").with("precision", "native,low");
    }

    /** Gold letters are A, B, C, D, A, B; the fake model prefers B, and C in precision low. */
    @Test
    void eachVariantAnswersTheSameItems() {
        run.execute();
        RunResult result = RecordingReport.latest();
        assertThat(result.suites()).extracting(suite -> suite.variant().id()).containsExactly("native", "low");
        assertThat(result.suites().get(0).outcomes()).isEqualTo(new OutcomeCounts(2, 4, 0, 0));
        assertThat(result.suites().get(1).outcomes()).isEqualTo(new OutcomeCounts(1, 5, 0, 0));
        assertThat(hashes(result.suites().get(1)))
                .isEqualTo(hashes(result.suites().get(0)));
        assertThat(result.suites().get(1).model().precision()).isEqualTo("low");
        assertThat(result.run().model().precision()).isEqualTo("native");
    }

    @Test
    void aCalibratedPrecisionLooksAtTheSolvedExamples() {
        run.with("precision", "calibrated").with("shots", "2").execute();
        assertThat(FakeModelProvider.calibration).hasSize(1);
        assertThat(FakeModelProvider.calibration.get(0)).contains("Answer: ").doesNotContain("item 0 of red");
        run.with("precision", "native").execute();
        assertThat(FakeModelProvider.calibration).isEmpty();
    }

    @Test
    void aCalibratedPrecisionLooksAtTheTextThatIsNamed() throws IOException {
        Path text = Files.writeString(folder.resolve("text.txt"), "Größe\n", StandardCharsets.UTF_8);
        run.with("precision", "calibrated").with("calibration", text.toString()).execute();
        assertThat(FakeModelProvider.calibration).containsExactly("Größe\n");
    }

    @Test
    void aCalibrationTextThatIsNotThereIsSaid() {
        Path text = folder.resolve("absent.txt");
        run.with("precision", "calibrated")
                .with("calibration", text.toString())
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveAtLeastOne(event(
                        finishedWithFailure(message(m -> m.contains("the calibration text " + text + " can't be read (")
                                && m.contains("name a plain text in UTF-8 with -Dcalibration=FILE")))));
    }

    /** B is right twice and C once, never on the same item. */
    @Test
    void eachVariantIsComparedWithTheFirstOnTheSameItems() {
        run.execute();
        List<VariantComparison> comparisons = RecordingReport.latest().comparisons();
        assertThat(comparisons).hasSize(1);
        VariantComparison comparison = comparisons.get(0);
        assertThat(comparison.baseline().variant().id()).isEqualTo("native");
        assertThat(comparison.candidate().variant().id()).isEqualTo("low");
        assertThat(comparison.outcomes()).isEqualTo(new PairedOutcomes(0, 2, 1, 3));
        assertThat(comparison.changedAnswers()).isEqualTo(6);
        assertThat(comparison.leftOut()).isZero();
        assertThat(comparison.difference().value()).isEqualTo(-1 / 6.0);
        assertThat(comparison.test().twoSided()).isEqualTo(1);
    }

    @Test
    void itemsThatOneVariantCouldNotEvaluateAreLeftOut() {
        run.with("model", "fake:question 3")
                .with("suite", "colours/red,colours/blue")
                .execute();
        VariantComparison comparison = RecordingReport.latest().comparisons().get(0);
        assertThat(comparison.outcomes().n()).isEqualTo(10);
        assertThat(comparison.leftOut()).isEqualTo(2);
    }

    @Test
    void testsOfTheSameItemHaveDifferentNames() {
        run.execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("colours/red#1"), finishedSuccessfully()))
                .haveExactly(
                        1, event(displayName("colours/red#1 [low]"), abortedWithReason(message("answered C, gold B"))))
                .haveExactly(1, event(displayName("colours: every item was evaluated"), finishedSuccessfully()))
                .haveExactly(1, event(displayName("colours [low]: every item was evaluated"), finishedSuccessfully()));
    }

    @Test
    void eachVariantHasAnItemsFileOfItsOwn() {
        run.execute();
        assertThat(RecordingReport.latest().suites())
                .extracting(suite -> suite.itemsFile().getFileName().toString())
                .containsExactly("items-colours-native.jsonl", "items-colours-low.jsonl");
    }

    @Test
    void oneModelIsInMemoryAtATime() {
        FakeModelProvider.hook = () -> assertThat(FakeModelProvider.OPEN).hasSize(1);
        EngineExecutionResults results = run.with("suite", "colours,shapes")
                .with("model", "fake:hook:question")
                .execute();
        results.testEvents().assertStatistics(stats -> stats.failed(0).started(52));
        assertThat(FakeModelProvider.OPEN).isEmpty();
    }

    @Test
    void inParallelEachVariantIsStillAnsweredByItsOwnModel() {
        run.with("suite", "colours,shapes")
                .with("execution.parallel.enabled", "true")
                .with("execution.parallel.config.strategy", "fixed")
                .with("execution.parallel.config.fixed.parallelism", "4")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.failed(0).started(52));
        assertThat(RecordingReport.latest().suites())
                .filteredOn(suite -> suite.suite().equals("colours"))
                .extracting(SuiteResult::outcomes)
                .containsExactlyInAnyOrder(new OutcomeCounts(6, 12, 0, 0), new OutcomeCounts(3, 15, 0, 0));
    }

    @Test
    void aVariantThatCanNotBeLoadedFailsAndTheOthersGoOn() {
        EngineExecutionResults results =
                run.with("precision", "native,heavy,low").execute();
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("heavy"),
                                finishedWithFailure(
                                        message("model 'fake:' does not fit in precision heavy; take low"))));
        assertThat(RecordingReport.latest().suites())
                .extracting(suite -> suite.variant().id())
                .containsExactly("native", "low");
    }

    @Test
    void weightsThatChangeBetweenTwoVariantsAreNoticed() {
        run.with("model", "fake:changing")
                .execute()
                .containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("low"),
                                finishedWithFailure(
                                        message(
                                                text -> text.startsWith(
                                                                "the weights of fake:changing changed while the run went on")
                                                        && text.endsWith(
                                                                "copy the model to where nothing writes to it, and run again")))));
    }

    @Test
    void anInterruptedRunGoesOnInTheVariantWhereItStopped() throws IOException {
        run.execute();
        RunResult whole = RecordingReport.latest();
        Path low = whole.suites().get(1).itemsFile();
        Files.writeString(low, Files.readAllLines(low).get(0) + "\n", StandardCharsets.UTF_8);
        Path state = whole.run().folder().resolve("run.json");
        Files.writeString(
                state,
                Files.readString(state).replace("\"finished\":true", "\"finished\":false"),
                StandardCharsets.UTF_8);
        int before = FakeModelProvider.ANSWERED.get();
        run.execute();
        assertThat(FakeModelProvider.ANSWERED.get() - before).isEqualTo(5 * 4);
        assertThat(RecordingReport.latest().run().id()).isEqualTo(whole.run().id());
    }

    @Test
    void otherPrecisionsAreAnotherRun() {
        run.execute();
        String first = RecordingReport.latest().run().id();
        run.with("precision", "native").execute();
        assertThat(RecordingReport.latest().run().id().substring(16)).isNotEqualTo(first.substring(16));
    }

    @Test
    void aUniqueIdOfAVariantThatIsNotAskedForTellsHowToAskForIt() {
        String id = "[engine:touchstone]/[suite:colours]/[variant:low]/[subject:red]/[item:3]";
        assertThat(run.tests(selectUniqueId(id))).containsExactly("colours/red#3 [low]");
        assertThat(run.with("precision", "native").discover(selectUniqueId(id)).getDiscoveryIssues())
                .extracting(DiscoveryIssue::message)
                .contains("the unique id names the variant 'low', which is not among the variants of this run: native;"
                        + " pass -Dprecision=low");
    }

    @Test
    void theTreeHasANodeForEachVariant() {
        TestDescriptor suite = run.discover(selectUniqueId("[engine:touchstone]/[suite:colours]"))
                .getEngineDescriptor()
                .getChildren()
                .iterator()
                .next();
        assertThat(suite.getChildren())
                .extracting(TestDescriptor::getDisplayName)
                .isEqualTo(List.of("native", "low"));
    }

    private static List<String> hashes(SuiteResult suite) {
        return suite.subjects().stream()
                .flatMap(subject -> subject.items().stream())
                .map(item -> item.promptSha256())
                .toList();
    }
}
