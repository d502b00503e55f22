package dev.touchstone.suites.extract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The wrong readings of other harnesses come from OpenCompass, {@code utils/text_postprocessors.py} at commits a5acc4bb and 014fb105. */
class ChoiceLettersTest {

    @Nested
    class English {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                The answer is B                                                | B | answer-is
                The answer is (B).                                             | B | answer-is
                The correct answer is: **C**                                   | C | answer-is
                ANSWER: **C**                                                  | C | answer-is
                **Answer:** D                                                  | D | answer-is
                Answer: A because it is the largest                            | A | answer-is
                The best choice is option D.                                   | D | answer-is
                The answer is $\\boxed{B}$.                                    | B | answer-is
                The answer is A. No wait, the answer is C.                     | C | answer-is
                A common mistake is B. The correct answer is **D**             | D | answer-is
                So we get \\boxed{\\text{C}}                                   | C | boxed
                B                                                              | B | starts-with
                B. Paris                                                       | B | starts-with
                (C) Rome                                                       | C | starts-with
                ' D'                                                           | D | starts-with
                I think (B) fits                                               | B | mentioned
                Option C fits what was asked                                   | C | mentioned
                Here B is the correct one                                      | B | is-correct
                """)
        void readsTheLetterThatIsSaidToBeTheAnswer(String text, String letter, String rule) {
            assertThat(Reads.value("choice-en", text)).isEqualTo(letter);
            assertThat(Reads.rule("choice-en", text)).isEqualTo(rule);
        }

        @Test
        void readsALetterThatHasALineForItself() {
            assertThat(Reads.value("choice-en", "Let me think.\nIt must be the second.\n**B**"))
                    .isEqualTo("B");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    " ",
                    "Answer: Let's think step by step",
                    "A common mistake is to add",
                    "The answer is a dog",
                    "The answer is A dog",
                    "The answer is B or C",
                    "The answer is B, C",
                    "The answer is not B",
                    "The answer is Belgium",
                    "ANSWER",
                    "DNA is made of bases",
                    "Option B is wrong",
                    "Option A is wrong, so is it option B or option C?",
                    "A. Paris\nB. Rome\nC. Oslo\nD. Bern",
                    "The best way to learn is to Do it",
                    "I don't know",
                    "vitamin C is needed"
                })
        void guessesNothing(String text) {
            assertThat(Reads.value("choice-en", text)).isEqualTo(Reads.NOTHING);
        }

        @Test
        void differsFromTheFirstCapitalOnPurpose() {
            // first_capital_postprocess answers T; it takes the first upper-case character of any kind.
            assertThat(Reads.value("choice-en", "The answer is B")).isEqualTo("B");
        }
    }

    @Nested
    class Chinese {

        @ParameterizedTest
        @CsvSource(delimiter = '|', textBlock = """
                答案是B                                | B | answer-is
                答案：B                                | B | answer-is
                答案: C                                | C | answer-is
                答案为 D。                             | D | answer-is
                正确答案应该是A                        | A | answer-is
                答案选C                                | C | answer-is
                答案是选项B                            | B | answer-is
                答案是**D**                            | D | answer-is
                答案是Ｂ                               | B | answer-is
                答案是A。等等，答案是C。               | C | answer-is
                选B                                    | B | choose
                故选：B                                | B | choose
                故选B。                                | B | choose
                所以选C                                | C | choose
                因此应选择D                            | D | choose
                A不正确，故选D                         | D | choose
                说法正确的是C                          | C | the-one-that-is
                下列说法错误的是B                      | B | the-one-that-is
                选项B正确                              | B | is-correct
                C是正确的                              | C | is-correct
                B                                      | B | starts-with
                B. 北京                                | B | starts-with
                C、上海                                | C | starts-with
                由题意可知，因此A。                    | A | therefore
                """)
        void readsTheLetterThatIsSaidToBeTheAnswer(String text, String letter, String rule) {
            assertThat(Reads.value("choice-zh", text)).isEqualTo(letter);
            assertThat(Reads.rule("choice-zh", text)).isEqualTo(rule);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "DNA是遗传物质",
                    "维生素C",
                    "答案是维生素C",
                    "答案不是B",
                    "不选A",
                    "不能选A",
                    "选项A错误",
                    "B不正确",
                    "答案是A和B",
                    "答案是A、B",
                    "A. 北京\nB. 上海\nC. 广州\nD. 深圳",
                    "ATP是能量",
                    "我不知道",
                    "选择题"
                })
        void guessesNothing(String text) {
            assertThat(Reads.value("choice-zh", text)).isEqualTo(Reads.NOTHING);
        }

        @Test
        void differsFromTheLastCharacterOnPurpose() {
            // first_option_postprocess answers B for [是为。]([ABCD])[。.]?$; here it is a blood group, not an option.
            assertThat(Reads.value("choice-zh", "他的血型为B。")).isEqualTo(Reads.NOTHING);
        }
    }
}
