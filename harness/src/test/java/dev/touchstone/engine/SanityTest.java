package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUri;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The suite whose items are checks on the model. */
class SanityTest {

    private static final int CHECKS = 16;

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void askForChecks() {
        run = EngineRun.in(folder).without("data").with("suite", "sanity").with("model", "fake:toy:NONE");
    }

    @Test
    void needsNoDataAndPassesForASoundModel() {
        assertThat(run.issues()).isEmpty();
        run.execute()
                .testEvents()
                .assertStatistics(stats -> stats.started(CHECKS + 1).succeeded(CHECKS + 1));
        SuiteResult suite = RecordingReport.latest().suites().get(0);
        assertThat(suite.isOfChecks()).isTrue();
        assertThat(suite.data()).isEqualTo("none");
        assertThat(suite.metrics()).isEmpty();
        assertThat(suite.outcomes()).isEqualTo(new OutcomeCounts(CHECKS, 0, 0, 0));
        assertThat(suite.groups()).extracting("group").containsExactly("computation", "tokenizer", "size");
    }

    @Test
    void aCheckThatDoesNotHoldFailsTheBuildWithItsEvidence() {
        EngineExecutionResults results =
                run.with("model", "fake:toy:A_LAYER_WAS_NOT_LOADED").execute();
        results.testEvents()
                .assertStatistics(stats -> stats.failed(3).succeeded(CHECKS - 2).aborted(0));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("sanity/parameters#0"),
                                finishedWithFailure(message("sanity/parameters#0 does not hold: "
                                        + "5,800 parameters counted, but 6,296 by the formula"))))
                .haveExactly(1, event(displayName("sanity/flops#0"), finishedSuccessfully()));
    }

    @Test
    void aModelThatOnlyAnswersRequestsHasItsChecksSkippedWithAReason() {
        EngineExecutionResults results = run.with("model", "fake:").execute();
        results.testEvents()
                .assertStatistics(stats -> stats.failed(0).succeeded(2).aborted(CHECKS - 1));
        results.testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("sanity/batch#0"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                displayName("sanity/causal-mask#0"),
                                abortedWithReason(message("skipped: the model fake: only answers requests and can't be"
                                        + " looked into; this check needs one that runs in this process, such as"
                                        + " gguf:FILE or hf:FOLDER"))));
        assertThat(RecordingReport.latest().suites().get(0).outcomes())
                .isEqualTo(new OutcomeCounts(1, 0, CHECKS - 1, 0));
    }

    @Test
    void aModelThatFailsWhileItIsLookedIntoIsAnErrorAndTheOtherChecksGoOn() {
        EngineExecutionResults results = run.with("model", "fake:toy:THROWS").execute();
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("sanity/logits#0"),
                                finishedWithFailure(message("sanity/logits#0 could not be evaluated: the model failed"
                                        + " while it was looked into: java.lang.ArrayIndexOutOfBoundsException:"
                                        + " index 300 out of bounds for length 300"))))
                .haveExactly(1, event(displayName("sanity/batch#0"), finishedSuccessfully()))
                .haveExactly(1, event(displayName("sanity/parameters#0"), finishedSuccessfully()));
    }

    @Test
    void groupsSubjectsAndSingleChecksAreSelectedAsInAnySuite() {
        assertThat(tests("sanity/causal-mask")).containsExactly("sanity/causal-mask#0");
        assertThat(tests("sanity/round-trip#2")).containsExactly("sanity/round-trip#2");
        assertThat(tests("sanity/*-memory")).containsExactly("sanity/inference-memory#0", "sanity/training-memory#0");
        assertThat(tests("sanity/size"))
                .containsExactly(
                        "sanity/parameters#0",
                        "sanity/flops#0",
                        "sanity/inference-memory#0",
                        "sanity/training-memory#0");
        assertThat(run.with("suite", "sanity/causal-maks").issues())
                .first()
                .asString()
                .startsWith("suite 'sanity' has no subject or group 'causal-maks'; did you mean 'causal-mask'? legal"
                        + " groups: computation, tokenizer, size; subjects: logits, causal-mask, ");
        assertThat(run.with("suite", "sanity/logits#1").issues())
                .containsExactly("there is no item 'sanity/logits#1'; legal: 0 to 0");
    }

    @Test
    void allMeansTheBenchmarks() {
        run.with("data", folder.resolve("data").toString());
        assertThat(run.tests(selectUri("touchstone:all"))).noneMatch(test -> test.startsWith("sanity"));
        assertThat(run.with("suite", "sanety").issues())
                .first()
                .asString()
                .startsWith("unknown suite 'sanety'; did you mean 'sanity'? legal: ")
                .endsWith(", sanity, or all, which leaves out sanity");
    }

    @Test
    void runsBesideABenchmarkWhoseItemsOnlyAreLimited() {
        run.with("data", folder.resolve("data").toString())
                .with("suite", "sanity,colours/red")
                .with("limit", "2")
                .with("shots", "1")
                .with("form", "letters");
        assertThat(run.issues()).isEmpty();
        run.execute().testEvents().assertStatistics(stats -> stats.started(CHECKS + 1 + 2 + 1));
        assertThat(RecordingReport.latest().suites()).extracting("suite").containsExactly("sanity", "colours");
    }

    @Test
    void aBenchmarkBesideItStillNeedsData() {
        assertThat(run.with("suite", "sanity,colours").issues())
                .hasSize(1)
                .first()
                .asString()
                .startsWith("no data to evaluate on; pass -Ddata=FOLDER");
    }

    @Test
    void everyNodeIsFoundAgainByItsUniqueId() {
        TestDescriptor tree = run.discover(selectClass(BenchmarksTest.class)).getEngineDescriptor();
        for (TestDescriptor node : tree.getDescendants()) {
            UniqueId id = node.getUniqueId();
            TestDescriptor again = run.discover(selectUniqueId(id)).getEngineDescriptor();
            assertThat(again.findByUniqueId(id)).as(id.toString()).isPresent();
        }
    }

    /** The journal is what an interrupted run goes on from: its lines are read again and must say the same. */
    @Test
    void evidenceSurvivesAnInterruption() throws IOException {
        run.with("model", "fake:toy:A_LOGIT_IS_NAN").execute();
        Path first = RecordingReport.latest().run().folder();
        String items = Files.readString(itemsFile());
        Files.writeString(
                first.resolve("run.json"),
                Files.readString(first.resolve("run.json")).replace("\"finished\":true", "\"finished\":false"));
        run.execute();

        assertThat(RecordingReport.latest().run().folder()).isEqualTo(first);
        assertThat(Files.readString(itemsFile())).isEqualTo(items);
        assertThat(items.lines().toList().get(0))
                .contains("\"evidence\":{\"text\":\"8 rows for 8 tokens", "\"outcome\":\"wrong\"")
                .doesNotContain("\"gold\"", "\"answer\"");
        assertThat(items).contains("\"loss\":null");
    }

    private static Path itemsFile() {
        return RecordingReport.latest().suites().get(0).itemsFile();
    }

    private List<String> tests(String expression) {
        List<String> tests = run.tests(selectUri("touchstone:" + expression));
        assertThat(tests).last().isEqualTo("sanity: every item was evaluated");
        return tests.subList(0, tests.size() - 1);
    }
}
