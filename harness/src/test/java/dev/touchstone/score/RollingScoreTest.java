package dev.touchstone.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RollingScoreTest {

    /** Golden value of lm-evaluation-harness 0.4.13: {@code process_results({"page": ...}, [ll])} of its task wikitext. */
    @Test
    void wordsAndBytesAreCountedAsLmEvaluationHarnessDoes() {
        String page =
                " \n = Title = \n \n = = Sec = = \n In 2 @,@ 000 well @-@ known 3 @.@ 5 ; it \' s ( foo ) [ bar ] { baz } "
                        + "\" q \" \' z \' N 30 \u00b0 C , end . \n";
        RollingScore score = RollingScore.of(-100, page);
        assertThat(score.words()).isEqualTo(46);
        assertThat(score.bytes()).isEqualTo(131);
    }

    /** {@code len(re.split(r"\\s+", text))} of CPython 3.12. */
    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {"'',1", "a,1", "' ',2", "a b,2", "' a  b ',4"})
    void piecesBetweenRunsOfSpaceAreWords(String text, int words) {
        assertThat(RollingScore.of(-1, text).words()).isEqualTo(words);
    }

    /** Python's whitespace, of which Java's regexes lack the first and its strip() the others. */
    @ParameterizedTest
    @ValueSource(strings = {"\u001f", "\u0085", "\u00a0", "\u3000", "\u2007"})
    void whatPythonCallsSpaceIsSpace(String space) {
        assertThat(RollingScore.of(-1, "a" + space + "b").words()).isEqualTo(2);
        assertThat(RollingScore.of(-1, "a\u200bb").words()).isEqualTo(1);
    }

    @Test
    void aTextHasItsOwnPerplexities() {
        Map<String, Double> scores =
                RollingScore.of(-10, "two words").scores(List.of("bits_per_byte", "word_perplexity"));
        assertThat(scores.keySet()).containsExactly("bits_per_byte", "word_perplexity");
        assertThat(scores.get("word_perplexity")).isEqualTo(StrictMath.exp(5));
        assertThat(scores.get("bits_per_byte")).isEqualTo(10 / 9.0 / StrictMath.log(2));
    }

    @Test
    void aTextOfProbabilityZeroHasNoFinitePerplexity() {
        RollingScore score = RollingScore.of(Double.NEGATIVE_INFINITY, "two words");
        assertThat(score.scores(List.of("word_perplexity", "bits_per_byte"))).isEmpty();
    }

    /** Such as a page without spaces. */
    @Test
    void aPerplexityBeyondAllNumbersIsLeftOut() {
        RollingScore score = RollingScore.of(-4000, "oneword");
        assertThat(score.scores(List.of("word_perplexity", "byte_perplexity"))).containsOnlyKeys("byte_perplexity");
    }

    @Test
    void aLoglikelihoodThatIsNoneIsRefused() {
        assertThatThrownBy(() -> RollingScore.of(Double.NaN, "a"))
                .isInstanceOf(ScoreException.class)
                .hasMessage("the model's log-likelihood of the text is NaN, but must be a number that is at most 0; "
                        + "check the model's weights");
        assertThatThrownBy(() -> RollingScore.of(3, "a")).hasMessageContaining("is 3.0, but must be");
        assertThat(RollingScore.of(1e-9, "a").loglikelihood()).isZero();
    }
}
