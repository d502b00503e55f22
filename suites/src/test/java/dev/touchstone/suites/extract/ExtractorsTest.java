package dev.touchstone.suites.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.extract.Extraction.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExtractorsTest {

    /** Golden values: lm-eval 0.4.13, RegexFilter with the patterns of gsm8k.yaml and gsm8k-cot.yaml. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gsm8k-strict     | a #### 1,234.                        | 1,234.
            gsm8k-flexible   | a #### 1,234.                        | 1,234.
            gsm8k-strict     | '#### $5'                            | no answer
            gsm8k-flexible   | '#### $5'                            | $5
            gsm8k-strict     | '#### -3 #### 4'                     | -3
            gsm8k-flexible   | '#### -3 #### 4'                     | 4
            gsm8k-flexible   | a, b.. c                             | ..
            gsm8k-strict     | 1/2                                  | no answer
            gsm8k-flexible   | 1/2                                  | 2
            gsm8k-flexible   | it is 7. ok                          | 7.
            gsm8k-cot-strict | The answer is 16                     | 1
            gsm8k-cot-strict | The answer is 6                      | no answer
            gsm8k-cot-strict | The answer is 16. Next               | 16.
            hendrycks-math   | $x=1$ so $2$                         | x=1$ so $2
            hendrycks-math   | no dollars                           | no dollars
            hendrycks-math   | one $5                               | one $5
            minerva-math     | Final Answer: The final answer is $4$. I hope it is correct. | $4$
            minerva-math     | 'Final Answer: The final answer is $4$. '                    | $4$
            minerva-math     | Final Answer: The final answer is $4$.                       | no answer
            minerva-math     | the final answer is 4                | no answer
            mmlu-generative  | ' B. '                               | B.
            last-boxed       | so \\boxed{\\frac{1}{2}} or \\boxed{3}. | 3
            last-boxed       | so \\boxed{3                         | no answer
            last-boxed       | so $\\boxed 7$ it is                 | 7
            last-boxed       | \\fbox{3}                            | 3
            """)
    void readsWhatTheReferenceReads(String extractor, String text, String value) {
        assertThat(Reads.value(extractor, text)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            number      | The answer is 1,000.             | 1000
            number      | Answer: $-3.50                   | -3.50
            number      | -12                              | -12
            number      | so \\boxed{42}                   | 42
            number      | #### 7                           | 7
            number      | x = 10-3                         | no answer
            number      | He pays 5 dollars for 3 items    | no answer
            last-number | The answer is 1,000.             | 1000
            last-number | x = 10-3                         | 3
            last-number | it fell to -3                    | -3
            last-number | it is .5                         | .5
            last-number | none                             | no answer
            yes-no      | The answer is YES.               | yes
            yes-no      | No, they do not.                 | no
            yes-no      | No idea                          | no answer
            yes-no      | yes                              | yes
            yes-no      | The answer is yes or no          | no answer
            yes-no      | Nothing is known                 | no answer
            true-false  | false                            | False
            true-false  | True or False?                   | no answer
            true-false  | The statement is **true**.       | True
            true-false-neither | Neither.                  | Neither
            true-false-neither | ' Neither'                | Neither
            true-false-neither | True, False or Neither    | no answer
            """)
    void readsNumbersAndLabels(String extractor, String text, String value) {
        assertThat(Reads.value(extractor, text)).isEqualTo(value);
    }

    @Test
    void theSpanIsInUtf16UnitsOfTheText() {
        Answer answer = (Answer) Extractors.byName("choice-en").extract("\uD83D\uDE00 The answer is (B).");
        assertThat(answer).isEqualTo(new Answer("answer-is", 18, 19, "B"));
    }

    @Test
    void theSpanLeavesOutWhatWasStripped() {
        assertThat(Extractors.byName("minerva-math")
                        .extract("Final Answer: The final answer is 4 . I hope it is correct."))
                .isEqualTo(new Answer("final-answer", 34, 35, "4"));
        assertThat(Extractors.byName("mmlu-generative").extract("\u00A0\u3000B \nC"))
                .isEqualTo(new Answer("first-line", 2, 3, "B"));
    }

    @Test
    void aFinalAnswerStaysOnItsLine() {
        assertThat(Reads.value("minerva-math", "Final Answer: The final answer is 4\n. I hope it is correct."))
                .isEqualTo(Reads.NOTHING);
        assertThat(
                        Reads.value(
                                "minerva-math",
                                "Final Answer: The final answer is 4\nFinal Answer: The final answer is 5. I hope it is correct."))
                .isEqualTo("5");
    }

    @Test
    void anUnknownNameListsTheKnownOnes() {
        assertThatThrownBy(() -> Extractors.byName("gsm8k"))
                .isInstanceOf(SuiteException.class)
                .hasMessage(
                        "extractor 'gsm8k' is not known; legal: choice-en, choice-zh, gsm8k-cot-strict, gsm8k-flexible, gsm8k-strict, "
                                + "hendrycks-math, last-boxed, last-number, minerva-math, mmlu-generative, number, true-false, "
                                + "true-false-neither, yes-no");
    }

    @Test
    void anAnswerIsNeverEmpty() {
        assertThatThrownBy(() -> new Answer("r", 3, 3, ""))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("rule r: value '' at [3,3) is no answer; an answer has a value, and 0 <= from <= to");
        assertThat(Extractors.names())
                .allSatisfy(name -> assertThat(Reads.value(name, "")).isEqualTo(Reads.NOTHING));
    }
}
