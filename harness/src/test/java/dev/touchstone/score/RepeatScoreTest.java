package dev.touchstone.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.plan.FurtherMetrics;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.Task.Generation;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RepeatScoreTest {

    private static final Generation GENERATION =
            new Generation(List.of(), 1, "", List.of(Filter.named("exact_match,last", "last-number", "exact")), null);

    @Test
    void theMeanPassAndMajorityOfTheTextsAreReported() {
        assertThat(FurtherMetrics.ofRepeats("exact_match,last", 4))
                .containsExactly("exact_match,last", "pass@4,last", "maj@4,last");
        assertThat(scores("6", "7", "7", "8"))
                .isEqualTo(Map.of("exact_match,last", 0.25, "pass@4,last", 1.0, "maj@4,last", 0.0));
        assertThat(scores("7", "6", "6")).containsEntry("maj@3,last", 1.0).containsEntry("pass@3,last", 1.0);
        assertThat(scores("7", "6", "6").get("exact_match,last")).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(scores("7", "8")).containsEntry("pass@2,last", 0.0);
    }

    @Test
    void ofEquallyFrequentAnswersTheFirstOneCounts() {
        assertThat(scores("6", "7")).containsEntry("maj@2,last", 1.0);
        assertThat(scores("7", "6")).containsEntry("maj@2,last", 0.0);
        assertThat(FurtherMetrics.ofRepeats("exact_match", 2)).containsExactly("exact_match", "pass@2", "maj@2");
    }

    @Test
    void aTextWithoutAnswerHasNoVote() {
        RepeatScore score = score("none", "none", "6");
        assertThat(score.chosen()).isEqualTo(2);
        assertThat(score.outcome()).isEqualTo(Outcome.CORRECT);
        assertThat(score("none", "none").outcome()).isEqualTo(Outcome.NO_ANSWER);
        assertThat(score("none", "none").scores()).containsEntry("maj@2,last", 0.0);
    }

    private static Map<String, Double> scores(String... texts) {
        return score(texts).scores();
    }

    private static RepeatScore score(String... texts) {
        return RepeatScore.of(
                Stream.of(texts)
                        .map(text -> TextScore.of(text, List.of("6"), GENERATION))
                        .toList(),
                GENERATION.filters());
    }
}
