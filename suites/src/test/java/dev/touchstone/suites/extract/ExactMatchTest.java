package dev.touchstone.suites.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.SuiteException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExactMatchTest {

    private static final ExactMatch GSM8K = ExactMatch.withDefaults()
            .ignoring(List.of(",", "\\$", "(?s).*#### ", "\\.$"))
            .ignoringCase();

    /** Golden values: lm-eval 0.4.13, exact_match with the arguments of gsm8k.yaml. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            72.       | #### 72                | true
            $1,234.00 | #### 1234.00           | true
            '72.\\n'   | '72\\n'                 | true
            72        | so\\nit\\n#### 71\\n#### 72 | true
            72        | 73                     | false
            """)
    void gsm8kIgnoresCommasDollarsReasoningAndTheLastPoint(String prediction, String gold, boolean equal) {
        assertThat(GSM8K.matches(prediction.translateEscapes(), gold.translateEscapes()))
                .isEqualTo(equal);
    }

    @Test
    void aLineFeedIsNotIgnored() {
        assertThat(GSM8K.matches("72\n", "72")).isFalse();
    }

    @Test
    void nothingIsIgnoredByDefault() {
        assertThat(ExactMatch.withDefaults().matches("B", "b")).isFalse();
        assertThat(ExactMatch.withDefaults().matches("B", "B")).isTrue();
    }

    @Test
    void patternsAreRemovedBeforeCaseAndPunctuation() {
        assertThat(ExactMatch.withDefaults()
                        .ignoring(List.of("X"))
                        .ignoringCase()
                        .normalise("xXB"))
                .isEqualTo("xb");
        assertThat(ExactMatch.withDefaults().ignoringPunctuation().normalise("(-3.5)、\"B\""))
                .isEqualTo("35、B");
        assertThat(ExactMatch.withDefaults().ignoringNumbers().normalise("a1b2"))
                .isEqualTo("ab");
    }

    @Test
    void theEndIsPythonsEnd() {
        assertThat(GSM8K.normalise("7.\r")).isEqualTo("7.\r");
        assertThat(GSM8K.normalise("7.\u2028")).isEqualTo("7.\u2028");
    }

    @Test
    void aTextThatIsNoPatternIsRefused() {
        assertThatThrownBy(() -> ExactMatch.withDefaults().ignoring(List.of("(a")))
                .isInstanceOf(SuiteException.class)
                .hasMessage(
                        "pattern '(a', offset 2: Unclosed group; legal is what both Python's re and Java's regex read");
    }
}
