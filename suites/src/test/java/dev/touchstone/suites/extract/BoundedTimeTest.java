package dev.touchstone.suites.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.touchstone.suites.extract.Rule.Select;
import dev.touchstone.suites.extract.math.HendrycksAnswer;
import dev.touchstone.suites.extract.math.MinervaAnswer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each text is repeated to 100,000 characters. The time is generous: what is quadratic would take ten times as long. */
class BoundedTimeTest {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                " ",
                "\n",
                "$",
                "A",
                "A ",
                "{",
                "(",
                "1",
                "1,",
                "-",
                "#### ",
                "answer",
                "answer is ",
                "The answer is ",
                "答案",
                "选",
                "Final Answer: The final answer is",
                " I hope it is correct",
                "\\boxed{",
                "\\boxed",
                "\\text{",
                "sqrt[",
                "\\frac",
                "yes "
            })
    void everyExtractorAndComparisonEndsOnLongTexts(String part) {
        String text = part.repeat(100_000 / part.length());
        ExactMatch gsm8k = ExactMatch.withDefaults().ignoring(List.of(",", "\\$", "(?s).*#### ", "\\.$"));
        for (String name : Extractors.names()) {
            assertTimeout(LIMIT, () -> Extractors.byName(name).extract(text), name);
        }
        assertTimeout(LIMIT, () -> gsm8k.normalise(text));
        assertTimeout(LIMIT, () -> HendrycksAnswer.strip(text));
        assertTimeout(LIMIT, () -> MinervaAnswer.normalise(text));
    }

    @Test
    void aPatternWithoutEndIsStopped() {
        Rule rule = new Rule("r", PythonRegex.compile("(a|a)*\\1b"), Select.FIRST, Values.AS_IS);
        assertThatThrownBy(() -> rule.extract("a".repeat(50)))
                .isInstanceOf(ExtractionException.class)
                .hasMessage(
                        "rule r: the pattern '(a|a)*\\1b' was stopped on a text of 50 characters; repeat no group that itself repeats, "
                                + "as (a+)+ does");
    }

    @Test
    void aPatternTooDeepForTheStackIsStopped() {
        ExactMatch match = ExactMatch.withDefaults().ignoring(List.of("(?:a|aa)*b"));
        assertThatThrownBy(() -> match.normalise("a".repeat(100_000))).isInstanceOf(ExtractionException.class);
        assertThat(match.normalise("aab")).isEmpty();
    }
}
