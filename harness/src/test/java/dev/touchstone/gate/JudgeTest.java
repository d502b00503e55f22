package dev.touchstone.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.config.ConfigurationReader;
import dev.touchstone.config.GateConfiguration;
import dev.touchstone.config.GateKind;
import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Generated;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.GateResult;
import dev.touchstone.result.Outcome;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.Verdict;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine's tests do not reach: gates over texts, scores, and metrics of whole suites. */
class JudgeTest {

    @Test
    void perplexityIsComparedTextByText() {
        RunResult before = texts(0.50, 1);
        assertThat(judge(GateKind.PERPLEXITY, "1.02", before, texts(0.505, 2)).verdict())
                .isEqualTo(Verdict.PASS);
        GateResult worse = judge(GateKind.PERPLEXITY, "1.02", before, texts(0.60, 2));
        assertThat(worse.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(worse.evidence())
                .startsWith("perplexity by the baseline's 1.10")
                .contains("Shown not to be at most 1.02");
        assertThat(worse.numbers().get("value")).isCloseTo(Math.exp(0.1), within(0.005));
        assertThat(judge(GateKind.PERPLEXITY, "1.02", before, texts(0.52, 2)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    /** 60 texts of 1000 bytes, each with a log-likelihood that varies by a hundredth of a nat for each byte. */
    private static RunResult texts(double nats, int seed) {
        Random random = new Random(seed);
        double[] each = random.doubles(60, nats - 0.01, nats + 0.01).toArray();
        return run(60, i -> new WholeText(-1000 * each[i], 200, 1000, 1));
    }

    @Test
    void probabilitiesOfChoicesMustBeCloseToTheBaselines() {
        RunResult before = sure(2, 0.1, 1);
        assertThat(judge(GateKind.DIVERGENCE, "0.05", before, sure(2, 0.1, 2)).verdict())
                .isEqualTo(Verdict.PASS);
        GateResult far = judge(GateKind.DIVERGENCE, "0.05", before, sure(1, 0.1, 2));
        assertThat(far.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(far.evidence())
                .startsWith("divergence from the baseline's probabilities in nats 0.06")
                .contains("Shown not to be at most 0.05");
        // Two choices, of which one is ahead by 2 nats in the baseline and by 1 here: p = 0.880797, q = 0.731059.
        GateResult exact = judge(GateKind.DIVERGENCE, "1", sure(2, 0, 1), sure(1, 0, 1));
        assertThat(exact.numbers().get("value"))
                .isCloseTo(
                        0.880797 * Math.log(0.880797 / 0.731059) + 0.119203 * Math.log(0.119203 / 0.268941),
                        within(1e-6));
    }

    @Test
    void anImpossibleChoiceHasNoMeanDivergence() {
        RunResult impossible =
                run(5, i -> new Finding.Chosen(List.of(-1.0, Double.NEGATIVE_INFINITY), List.of(false, false), 0, 0));
        assertThat(judge(GateKind.DIVERGENCE, "1", sure(5, 2, 0, 1), impossible).evidence())
                .isEqualTo(
                        "not judged: a choice of item sample/all#0 has probability 0, and had not in the baseline, so the "
                                + "divergence is infinite");
        assertThat(judge(GateKind.DIVERGENCE, "1", impossible, sure(5, 2, 0, 1)).verdict())
                .as("what was impossible may be possible")
                .isNotEqualTo(Verdict.REFUSED);
    }

    @Test
    void withoutLoglikelihoodsThereIsNoDivergence() {
        RunResult none = run(5, i -> new Finding.Chosen(List.of(), List.of(), 0, 0));
        assertThat(judge(GateKind.DIVERGENCE, "1", none, none).evidence())
                .isEqualTo(
                        "not judged: no item of suite 'sample' has log-likelihoods of its choices in both runs; a baseline "
                                + "that an older version recorded has none, record it anew with -Dgate.accept=true");
    }

    private static RunResult sure(double nats, double spread, int seed) {
        return sure(100, nats, spread, seed);
    }

    /** Items of two choices, of which the first is ahead by so many nats, give or take half the spread. */
    private static RunResult sure(int items, double nats, double spread, int seed) {
        Random random = new Random(seed);
        double[] each = random.doubles(items).toArray();
        return run(
                items,
                i -> new Finding.Chosen(
                        List.of(-1.0, -1.0 - nats - spread * (each[i] - 0.5)), List.of(true, false), 0, 0));
    }

    @Test
    void answersMustBeNeitherShorterNorLonger() {
        RunResult before = answers(100);
        assertThat(judge(GateKind.LENGTH, "90%..110%", before, answers(103)).verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge(GateKind.LENGTH, "90%..110%", before, answers(140)).verdict())
                .isEqualTo(Verdict.FAIL);
        GateResult shorter = judge(GateKind.LENGTH, "90%..110%", before, answers(70));
        assertThat(shorter.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(shorter.evidence())
                .startsWith("generated tokens by the baseline's 0.67")
                .contains("Shown not to be from 0.9 to 1.1");
        assertThat(judge(GateKind.LENGTH, "90%..110%", before, answers(109)).verdict())
                .isEqualTo(Verdict.INCONCLUSIVE);
    }

    private static RunResult answers(int length) {
        Random random = new Random(length);
        int[] lengths = random.ints(50, length - 20, length + 20).toArray();
        return run(50, i -> new Generated(Outcome.NO_ANSWER, "x".repeat(lengths[i]), "42", List.of()));
    }

    @Test
    void scoresBetweenRightAndWrongArePermuted() {
        RunResult before = scores(0.70, 1);
        GateResult worse = judge(GateKind.REGRESSION, "0", before, scores(0.60, 2));
        assertThat(worse.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(worse.evidence()).startsWith("score 0.58").contains("paired permutation test, one-sided");
        assertThat(judge(GateKind.NON_INFERIORITY, "0.08", before, scores(0.70, 2))
                        .verdict())
                .isEqualTo(Verdict.PASS);
        assertThat(judge(GateKind.NON_INFERIORITY, "0.08", before, scores(0.55, 2))
                        .verdict())
                .isEqualTo(Verdict.FAIL);
        GateResult open = judge(GateKind.REGRESSION, "0", before, scores(0.70, 2));
        assertThat(open.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(open.evidence())
                .contains("one of 0.02 is not excluded, as it had to be; that takes about ")
                .contains("would have been seen with 80 % power");
    }

    private static RunResult scores(double mean, int seed) {
        double[] each = new Random(seed).doubles(200, mean - 0.3, mean + 0.3).toArray();
        return SampleItems.run(200, i -> new Finding.Chosen(List.of(), List.of(), 0, 0), i -> Map.of("score", each[i]));
    }

    /** As in GLUE, where some subjects have an accuracy, another a correlation of labels, and one only a place on a scale for each item. */
    @Test
    void whatHasNoCommonMetricIsRightOrWrong() {
        RunResult before = mixed(0);
        GateResult worse = judge(gate(GateKind.REGRESSION, "0"), Map.of("gate.metric", ""), before, mixed(20));
        assertThat(worse.evidence())
                .startsWith("right 75.00 %, baseline 100.00 %, n = 80: difference -25.00 points")
                .contains("20 items left out, of which at least one of the runs has no 'right'");
        assertThat(worse.verdict()).isEqualTo(Verdict.FAIL);
    }

    private static RunResult mixed(int wrong) {
        return run(
                100,
                i -> i < 80
                        ? new Finding.Chosen(List.of(), List.of(), 0, i < wrong ? 1 : 0)
                        : new Finding.OnScale(List.of(), List.of(), 2, 2.5));
    }

    @Test
    void aMetricOfTheWholeSuiteIsJudgedByItsStandardError() {
        RunResult run = texts(0.5, 1);
        PlannedGate gate =
                new PlannedGate(GateKind.MINIMUM, SampleItems.SUITE, "native", "mcc", limit(GateKind.MINIMUM, "0.1"));
        GateResult result = judge(gate, Map.of("gate.min", "0.1"), run, run);
        assertThat(result.verdict()).isEqualTo(Verdict.PASS);
        assertThat(result.evidence())
                .startsWith("mcc 0.4000 (95 % interval 0.2000 to 0.6000, n = 60)")
                .contains("Shown to be at least 0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"word_perplexity", "brier", "rmse"})
    void whatIsBetterWhenItIsLowerHasNoLeastValue(String metric) {
        assertThat(refused(metric))
                .isEqualTo(
                        "not judged: metric '" + metric
                                + "' is better when it is lower, so it has no least value; gate.perplexity judges perplexities");
    }

    @Test
    void aMetricThatSubjectsDoNotHaveTogetherIsRefusedWithThoseTheyHave() {
        assertThat(refused("f1")).startsWith("not judged: suite 'sample' has no 'f1' over all its subjects; it has: ");
    }

    private static String refused(String metric) {
        RunResult run = texts(0.5, 1);
        PlannedGate gate =
                new PlannedGate(GateKind.MINIMUM, SampleItems.SUITE, "native", metric, limit(GateKind.MINIMUM, "9"));
        GateResult result = judge(gate, Map.of("gate.min", "9"), run, run);
        assertThat(result.verdict()).isEqualTo(Verdict.REFUSED);
        return result.evidence();
    }

    @Test
    void aMetricThatNoItemHasIsRefusedWithThoseTheyHave() {
        RunResult run = scores(0.7, 1);
        GateResult result = judge(
                new PlannedGate(GateKind.REGRESSION, SampleItems.SUITE, "native", "", limit(GateKind.REGRESSION, "0")),
                Map.of("gate.regression", "0", "gate.metric", "acc_norm"),
                run,
                run);
        assertThat(result.evidence())
                .isEqualTo("not judged: no item of suite 'sample' has a value of metric 'acc_norm' in both runs; "
                        + "legal: score");
    }

    @Test
    void aRunWithoutSuitesIsNoBaseline() {
        RunResult empty = new RunResult(texts(0.5, 1).run(), List.of());
        assertThatThrownBy(() -> Baseline.of(empty, "here"))
                .hasMessage("run run evaluated no suite, so it can't be a baseline");
    }

    private static RunResult run(int count, IntFunction<Finding> finding) {
        return SampleItems.run(count, finding, i -> Map.of());
    }

    private static GateResult judge(GateKind kind, String limit, RunResult before, RunResult after) {
        return judge(gate(kind, limit), Map.of(kind.property().key(), limit), before, after);
    }

    /** Items of these runs have scores of the metric {@code score}, which is none of the suite's. */
    private static GateResult judge(
            PlannedGate gate, Map<String, String> properties, RunResult before, RunResult after) {
        Map<String, String> all = new HashMap<>(Map.of("baseline", "before", "gate.metric", "score"));
        all.putAll(properties);
        all.values().removeIf(String::isEmpty);
        GateConfiguration configuration = configuration(all);
        Judge judge = new Judge(configuration, Baseline.of(before, "before"), List.of(gate));
        try {
            Assessment assessment = judge.find(gate, after);
            return assessment.decide(assessment.strength().against(), 1, configuration.decision());
        } catch (ComparisonRefused e) {
            return Assessment.refused(gate, String.valueOf(e.getMessage()));
        }
    }

    private static PlannedGate gate(GateKind kind, String limit) {
        return new PlannedGate(kind, SampleItems.SUITE, "native", "", limit(kind, limit));
    }

    private static GateConfiguration.Limit limit(GateKind kind, String value) {
        return configuration(Map.of("baseline", "before", kind.property().key(), value))
                .limits(kind)
                .of(SampleItems.SUITE)
                .orElseThrow();
    }

    private static GateConfiguration configuration(Map<String, String> properties) {
        ConfigurationReader reader = new ConfigurationReader(name -> Optional.ofNullable(properties.get(name)));
        GateConfiguration gates = reader.read(Set.of()).gates();
        assertThat(reader.problems()).isEmpty();
        return gates;
    }
}
