package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.metrics.paired.PairedOutcomes;
import dev.touchstone.result.BaselineComparison;
import dev.touchstone.result.BaselineComparison.Flip;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.Verdict;
import dev.touchstone.testing.RecordingReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** Each subject has 200 items; the baseline is wrong on the first 20 of them. */
class GateTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void recordABaseline() {
        run = EngineRun.in(folder, 200)
                .with("suite", "shapes")
                .with("baseline", folder.resolve("baseline.json").toString())
                .with("gate.accept", "true")
                .with("model", "fake:wrong:0-20");
        run.execute()
                .testEvents()
                .assertStatistics(stats -> stats.failed(0).succeeded(182).aborted(20));
        run.without("gate.accept");
    }

    @Test
    void aWorseModelFailsWithItsEvidence() {
        run.with("model", "fake:wrong:0-60")
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("gate regression: shapes native"),
                                finishedWithFailure(message(text -> text.startsWith(
                                        "FAIL: acc 70.00 %, baseline 90.00 %, n = 200: difference -20.00 points "
                                                + "(95 % interval -25.82 to -14.45 points), 40 lost, 0 gained; "
                                                + "p = 9.1e-13 (McNemar's exact test, one-sided). "
                                                + "Worse than the baseline, significant at 5 %, by more than the margin "
                                                + "of 0 points. A drop of 8.14 points would have been seen with 80 % "
                                                + "power. Baseline: run 2")))));
    }

    @Test
    void everyItemThatFlippedIsNamedInBothDirections() {
        run.with("model", "fake:wrong:2-22").execute();
        BaselineComparison compared = RecordingReport.latest().againstBaseline().get(0);
        assertThat(compared.candidate().suite()).isEqualTo("shapes");
        assertThat(compared.baseline().variant()).isEqualTo("native");
        assertThat(compared.flips()).hasSize(4);
        assertThat(compared.flips().get(0))
                .extracting(Flip::id, Flip::was, Flip::is)
                .containsExactly("shapes/circle#0", Outcome.WRONG, Outcome.CORRECT);
        assertThat(compared.flips().get(3))
                .extracting(Flip::id, Flip::was, Flip::is)
                .containsExactly("shapes/circle#21", Outcome.CORRECT, Outcome.WRONG);
        assertThat(compared.flips()).extracting(Flip::answerThen).containsExactly("1", "2", "0", "1");
        assertThat(compared.outcomes()).isEqualTo(new PairedOutcomes(178, 2, 2, 18));
    }

    @Test
    void whatIsNotComparedHasNoFlips() {
        run.without("baseline").with("gate.error", "0").execute();
        assertThat(only().kind()).isEqualTo("error");
        assertThat(RecordingReport.latest().againstBaseline()).isEmpty();
    }

    @Test
    void theSameModelPasses() {
        run.execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("gate regression: shapes native"), finishedSuccessfully()));
        GateResult gate = only();
        assertThat(gate.verdict()).isEqualTo(Verdict.PASS);
        assertThat(gate.evidence())
                .contains("A drop of more than 1.79 points is excluded with 95 % confidence, 2 points had to be");
        assertThat(gate.numbers())
                .containsEntry("n", 200.0)
                .containsEntry("bothRight", 180.0)
                .containsEntry("changedAnswers", 0.0);
        assertThat(gate.baseline().model()).isEqualTo("fake:wrong:0-20");
        assertThat(gate.baseline().modelFingerprint()).isEqualTo("sha256:00");
    }

    @Test
    void tooFewItemsAreInconclusiveAndSaySo() {
        EngineExecutionResults results =
                run.with("limit", "10").with("gate.items", "common").execute();
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("gate regression: shapes native"),
                                abortedWithReason(message(text -> text.startsWith("INCONCLUSIVE: acc 0.00 %")
                                        && text.contains("190 items that only one of the runs has")
                                        && text.contains("2 points had to be; that takes about 340 items if there is "
                                                + "none. A drop of 58.09 points would have been seen")))));
        results.testEvents().assertStatistics(stats -> stats.failed(0));
    }

    @Test
    void anInconclusiveGateFailsWhenAskedTo() {
        run.with("limit", "10")
                .with("gate.items", "common")
                .with("gate.inconclusive", "fail")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.failed(1));
    }

    @Test
    void aSignificantDropWithinTheMarginPasses() {
        run.with("model", "fake:wrong:0-28")
                .with("gate.regression", "5%")
                .with("gate.detect", "10%")
                .execute();
        assertThat(only().verdict()).isEqualTo(Verdict.PASS);
        assertThat(only().evidence()).contains("Worse, but within the margin: a drop of more than");
        assertThat(only().numbers().get("p")).isLessThan(0.05);
    }

    @Test
    void nonInferiorityHasThreeAnswers() {
        run.with("gate.non-inferiority", "5%").execute();
        assertThat(only().verdict()).isEqualTo(Verdict.PASS);
        run.with("model", "fake:wrong:0-60").execute();
        assertThat(only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(only().evidence()).contains("Shown to be worse by more than the margin: the drop is from ");
        run.with("model", "fake:wrong:0-30").execute();
        assertThat(only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void manyFlipsFailThoughTheAccuracyIsTheSame() {
        run.with("gate.flips", "5%").with("model", "fake:wrong:20-40").execute();
        assertThat(only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(only().evidence())
                .startsWith("items that are right in one run only (20 lost, 20 gained): 40 of 200, 20.00 %");
    }

    @Test
    void theLeastValueOfAMetricNeedsNoBaseline() {
        run.without("baseline").with("gate.min", "80%").execute();
        assertThat(only().name()).isEqualTo("min: shapes native acc");
        assertThat(only().verdict()).isEqualTo(Verdict.PASS);
        assertThat(only().baseline()).isNull();
        run.with("gate.min", "acc=98%,acc_norm=90%").execute();
        assertThat(RecordingReport.latest().gates())
                .extracting(GateResult::name, GateResult::verdict)
                .containsExactly(
                        tuple("min: shapes native acc", Verdict.FAIL),
                        tuple("min: shapes native acc_norm", Verdict.INCONCLUSIVE));
        run.with("gate.min", "25").execute().testEvents().assertStatistics(stats -> stats.failed(1));
        assertThat(only().evidence())
                .isEqualTo(
                        "not judged: metric 'acc' is a share, and can't be at least 25.0; write a share, such as 25%");
    }

    @Test
    void severalSuitesShareTheLevelAndHaveAHeadline() {
        run.with("suite", "colours,shapes").with("gate.accept", "true").execute();
        run.without("gate.accept").with("model", "fake:wrong:0-24").execute();
        List<GateResult> gates = RecordingReport.latest().gates();
        assertThat(gates)
                .extracting(GateResult::name)
                .containsExactly(
                        "regression: all suites native", "regression: colours native", "regression: shapes native");
        assertThat(gates)
                .extracting(GateResult::verdict)
                .containsExactly(Verdict.FAIL, Verdict.FAIL, Verdict.INCONCLUSIVE);
        assertThat(gates.get(0).numbers()).containsEntry("lost", 16.0).containsEntry("n", 800.0);
        assertThat(gates.get(2).numbers().get("p")).isEqualTo(1 / 16.0);
        assertThat(gates.get(2).numbers().get("pAdjusted")).isEqualTo(1 / 16.0);
        assertThat(gates.get(0).evidence())
                .startsWith("2 suites weighted by their items: right 88.00 %")
                .contains("after Holm's correction over 3 gates");
    }

    @Test
    void gatesWaitForSuitesThatRunInParallel() {
        run.with("suite", "colours,shapes")
                .with("gate.accept", "true")
                .with("execution.parallel.enabled", "true")
                .with("execution.parallel.config.strategy", "fixed")
                .with("execution.parallel.config.fixed.parallelism", "3")
                .execute();
        run.without("gate.accept").execute();
        assertThat(RecordingReport.latest().gates()).hasSize(3).allMatch(gate -> gate.verdict() != Verdict.REFUSED);
    }

    @Test
    void errorsAreCountedAndLeaveThePairs() {
        run.with("gate.error", "0")
                .with("gate.regression", "0")
                .with("model", "fake:question 7?")
                .execute();
        List<GateResult> gates = RecordingReport.latest().gates();
        assertThat(gates.get(0).evidence())
                .contains("n = 199")
                .contains("1 item left out, of which at least one of the runs has no 'acc'");
        assertThat(gates.get(1).verdict()).isEqualTo(Verdict.FAIL);
        assertThat(gates.get(1).evidence())
                .isEqualTo("items that could not be evaluated: 1 of 200, 0.50 %. None is let through.");
    }

    /** In precision {@code low} the fake model prefers C, which is as often right as B. */
    @Test
    void theVariantsOfARunAreComparedWithItsFirst() {
        run.with("baseline", "first")
                .with("model", "fake:")
                .with("precision", "native,low")
                .execute();
        assertThat(only().name()).isEqualTo("regression: shapes low");
        assertThat(only().verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(only().evidence()).contains("50 lost, 50 gained").contains("Baseline: run 2");
        assertThat(only().baseline().variant()).isEqualTo("native");
        assertThat(run.with("precision", "native").issues())
                .containsExactly(
                        "baseline 'first' compares the variants of a run, and there is only one; pass several, "
                                + "such as -Dprecision=fp32,int8");
    }

    @Test
    void aGateThatAppliesToNoSuiteIsAnIssueOfDiscovery() {
        assertThat(run.with("gate.length", "90%..110%").issues())
                .containsExactly("property 'gate.length' applies to none of the selected suites (shapes): it needs a "
                        + "suite that is answered in the model's own words");
        assertThat(run.without("gate.length")
                        .with("gate.min", "word_perplexity=0.1")
                        .issues())
                .containsExactly("property 'gate.min' applies to none of the selected suites (shapes): it is set for "
                        + "word_perplexity; it needs a suite with that metric");
    }

    @Test
    void valuesForSuitesAndMetricsThatDoNotExistAreIssuesOfDiscovery() {
        assertThat(run.with("gate.regression", "0,shaps=1%")
                        .with("gate.detect", "2%,moons=1%")
                        .issues())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .startsWith("property 'gate.regression' has a value for suite 'shaps', which does not "
                                        + "exist; did you mean 'shapes'? legal: "),
                        second -> assertThat(second)
                                .startsWith(
                                        "property 'gate.detect' has a value for suite 'moons', which does not exist; "
                                                + "legal: "));
        assertThat(run.without("gate.detect")
                        .with("gate.regression", "0")
                        .with("gate.min", "ac=1%,shapes/acc=1%,shapes=1%")
                        .issues())
                .hasSize(1)
                .first()
                .asString()
                .startsWith(
                        "property 'gate.min' has a value for metric 'ac', which does not exist; did you mean 'acc'? ");
    }

    @Test
    void gatesThatTagsTakeOutOfTheTreeFailTheRun() {
        run.kit(selectClass(BenchmarksTest.class))
                .filters(TagFilter.includeTags("circle"))
                .execute()
                .allEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                finishedWithFailure(
                                        message(
                                                "the gates were filtered out of the tests, such as by -Dgroups; "
                                                        + "let the tag 'gate' through too (-Dgroups='law | gate'), or leave the gates out"))));
        run.kit(selectClass(BenchmarksTest.class))
                .filters(TagFilter.includeTags("circle | gate"))
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.started(201).failed(0));
    }

    @Test
    void singleItemsAreNotJudged() {
        run.execute(selectUniqueId("[engine:touchstone]/[suite:shapes]/[variant:native]/[subject:circle]"))
                .testEvents()
                .assertStatistics(stats -> stats.started(200));
        assertThat(RecordingReport.latest().gates()).isEmpty();
    }

    private static GateResult only() {
        List<GateResult> gates = RecordingReport.latest().gates();
        assertThat(gates).hasSize(1);
        return gates.get(0);
    }
}
