package dev.touchstone.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.result.Finding.Extracted;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.Task.Generation;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TextScoreTest {

    private static final String STRICT = "exact_match,strict-match";
    private static final String FLEXIBLE = "exact_match,flexible-extract";

    @Test
    void aRightAnswerCountsForEveryFilterThatReadsIt() {
        TextScore score = TextScore.of(" 2*3 = <<2*3=6>>6\n#### 6", List.of("She has 6.\n#### 6"), generation("gsm8k"));
        assertThat(score.outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(score.scores()).containsEntry(STRICT, 1.0).containsEntry(FLEXIBLE, 1.0);
        assertThat(score.extractions())
                .extracting(Extracted::metric, Extracted::value)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(STRICT, "6"),
                        org.assertj.core.groups.Tuple.tuple(FLEXIBLE, "6"));
    }

    @Test
    void noAnswerIsNotAWrongAnswer() {
        TextScore score = TextScore.of("It is 6.", List.of("#### 6"), generation("gsm8k"));
        assertThat(score.outcome()).as("strict: no mark").isEqualTo(Outcome.NO_ANSWER);
        assertThat(score.scores()).containsEntry(STRICT, 0.0).containsEntry(FLEXIBLE, 1.0);
    }

    @Test
    void anyOfSeveralRightAnswersWillDo() {
        assertThat(TextScore.of("so $7$", List.of("6", "7"), generation("math")).outcome())
                .isEqualTo(Outcome.CORRECT);
        assertThat(TextScore.of("so $8$", List.of("6", "7"), generation("math")).outcome())
                .isEqualTo(Outcome.WRONG);
    }

    @Test
    void anotherAnswerIsWrong() {
        assertThat(TextScore.of("so $7$", List.of("6"), generation("math")).outcome())
                .isEqualTo(Outcome.WRONG);
        assertThat(TextScore.of("so $\\frac12$", List.of("\\frac{1}{2}"), generation("math"))
                        .outcome())
                .isEqualTo(Outcome.CORRECT);
    }

    @Test
    void whatItMeansIsComparedBesideTheStringRulesAndMayBeLeftOpen() {
        String equivalent = "exact_match,equivalent";
        assertThat(TextScore.of("so $0.50$", List.of("0.5"), generation("math")).scores())
                .containsEntry("exact_match", 0.0)
                .containsEntry(equivalent, 1.0);
        assertThat(TextScore.of("so $0.51$", List.of("0.5"), generation("math")).scores())
                .containsEntry(equivalent, 0.0);
        assertThat(TextScore.of("so $1/2x$", List.of("0.5"), generation("math")).scores())
                .as("1/(2x) or x/2")
                .containsEntry("exact_match", 0.0)
                .doesNotContainKey(equivalent);
    }

    @Test
    void aFinalAnswerIsComparedByWhatItMeans() {
        String gold = "\\frac{1}{2}";
        assertThat(minerva(" $\\frac12$", gold)).as("the same once spelled out").isEqualTo(Outcome.CORRECT);
        assertThat(minerva(" $0.50$", gold)).as("the same value").isEqualTo(Outcome.CORRECT);
        assertThat(minerva(" $0.51$", gold)).isEqualTo(Outcome.WRONG);
        assertThat(minerva(" $[0,1/2x)$", gold)).as("can't be compared").isEqualTo(Outcome.WRONG);
        assertThat(TextScore.of("It is $0.5$.", List.of(gold), generation("minerva_math"))
                        .outcome())
                .isEqualTo(Outcome.NO_ANSWER);
    }

    private static Outcome minerva(String answer, String gold) {
        String text = " So.\nFinal Answer: The final answer is" + answer + ". I hope it is correct.";
        return TextScore.of(text, List.of(gold), generation("minerva_math")).outcome();
    }

    @Test
    void anUnknownMatchListsTheKnownOnes() {
        Generation odd = new Generation(List.of(), 1, "", List.of(Filter.named("m", "last-number", "close")), null);
        assertThatThrownBy(() -> TextScore.of("7", List.of("7"), odd))
                .isInstanceOf(ScoreException.class)
                .hasMessage(
                        "match 'close' is not known; legal: exact, gsm8k, hendrycks-math, minerva-math, equivalent");
    }

    private static Generation generation(String id) {
        Suite suite = SuiteCatalog.load().find(id).orElseThrow();
        return Objects.requireNonNull(suite.task(suite.subjects().get(0)).generation());
    }
}
