package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.testkit.engine.EventConditions.abortedWithReason;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.testing.RecordingReport;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineExecutionResults;

/** The fake model gives B the log-likelihood -1 and the others -2, each as one token; gold letters are A, B, C, D, A, B. */
class ScoringModesTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        run = EngineRun.in(folder).with("suite", "colours/red");
    }

    @Test
    void clpTakesTheMostProbableLetterAndReportsTheGoldOnesShare() {
        run.with("mode", "clp").execute();
        double b = Math.exp(-1) / (Math.exp(-1) + 3 * Math.exp(-2));
        SuiteResult suite = suite();
        assertThat(suite.mode()).isEqualTo("clp");
        assertThat(suite.metrics().keySet()).containsExactly("acc", "gold_probability", "brier", "log_loss", "ece");
        assertThat(suite.metrics().get("acc").value()).isEqualTo(2 / 6.0);
        assertThat(suite.metrics().get("gold_probability").value())
                .isCloseTo((2 * b + 4 * (1 - b) / 3) / 6, within(1e-12));
        assertThat(items().get(1).scores().get("gold_probability")).isCloseTo(b, within(1e-12));
    }

    @Test
    void thresholdAsksWhetherTheGoldTextIsLikelyEnough() {
        EngineExecutionResults results = run.with("mode", "threshold:3").execute();
        assertThat(suite().mode()).isEqualTo("threshold:3.0");
        assertThat(suite().outcomes()).isEqualTo(new OutcomeCounts(2, 4, 0, 0));
        assertThat(suite().metrics().get("gold_perplexity").value())
                .isCloseTo(Math.exp((2 * 1 + 4 * 2) / 6.0), within(1e-12));
        assertThat(items().get(2).choices()).containsExactly(" C");
        results.testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("colours/red#2"),
                                abortedWithReason(message("perplexity 7.389 of the gold text, above 3.0"))));
        run.with("mode", "threshold:8").execute();
        assertThat(suite().outcomes()).isEqualTo(new OutcomeCounts(6, 0, 0, 0));
    }

    /** The fake model's texts have a token for each character and ln P = -length / 2. */
    @Test
    void pplSequenceScoresPromptAndChoiceAsOneText() {
        run.with("mode", "ppl-sequence").execute();
        assertThat(suite().mode()).isEqualTo("ppl-sequence");
        assertThat(suite().metrics().keySet()).containsExactly("acc");
        Chosen chosen = (Chosen) items().get(0).finding();
        int length = items().get(0).prompt().length() + 2;
        assertThat(chosen.loglikelihoods()).containsOnly(-length / 2.0);
        assertThat(chosen.sequenceTokens()).containsOnly(length + 1);
        assertThat(chosen.answer()).as("the first of equal ones").isZero();
    }

    @Test
    void pplIsTheUsualWay() {
        run.with("mode", "ppl").execute();
        assertThat(suite().mode()).isEqualTo("loglikelihood");
        assertThat(suite().metrics().keySet()).containsExactly("acc", "acc_norm", "brier", "log_loss", "ece");
    }

    @Test
    void gatesOfChoicesDoNotApplyWhereGoldTextsAreScored() {
        run.with("mode", "threshold:3").with("baseline", "b.json").with("gate.kl", "0.01");
        assertThat(run.issues())
                .contains(
                        "property 'gate.kl' applies to none of the selected suites (colours): it needs a suite with choices");
    }

    @Test
    void whatASuiteDoesNotHaveIsRefusedByName() {
        assertThat(run.with("mode", "gen").issues())
                .containsExactly(
                        "property 'mode' is 'gen', but there is no way to read an answer from a text for subject 'red' of suite "
                                + "'colours'; leave the property out, or evaluate other suites");
        assertThat(run.without("mode").with("cot", "true").issues())
                .containsExactly(
                        "property 'cot' is 'true', but there is no prompt to think before the answer for subject 'red' of suite "
                                + "'colours'; leave the property out, or evaluate other suites");
    }

    @Test
    void aModelThatWasNotTaughtToChatIsNotAskedInOne() {
        run.with("chat", "true")
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("colours/red#0"),
                                finishedWithFailure(message(text -> text.contains(
                                        "the model fake: has no chat template, which -Dchat=true needs; leave the property out, or take a model that was "
                                                + "taught to chat")))));
    }

    @Test
    void aSplitThatASuiteDoesNotHaveIsRefused() {
        assertThat(run.with("split", "test").issues())
                .containsExactly("property 'split' is 'test', but suite 'colours' has no such split; legal: val");
    }

    @Test
    void checksOnTheModelAreMadeAsTheyAre() {
        run.with("suite", "sanity/size").with("model", "fake:toy:NONE").with("mode", "clp");
        assertThat(run.issues()).isEmpty();
    }

    private static SuiteResult suite() {
        return RecordingReport.latest().suites().get(0);
    }

    private static List<ItemResult> items() {
        return suite().subjects().get(0).items();
    }
}
