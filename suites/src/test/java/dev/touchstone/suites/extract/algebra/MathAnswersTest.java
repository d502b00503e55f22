package dev.touchstone.suites.extract.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import dev.touchstone.suites.extract.algebra.Equivalence.Undecided;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MathAnswersTest {

    @ParameterizedTest
    @ValueSource(strings = {"EQUAL", "DIFFERENT", "UNDECIDED"})
    void comparesByMeaningInBothDirections(String verdict) throws IOException {
        SoftAssertions softly = new SoftAssertions();
        for (String pair : pairs(verdict)) {
            String[] sides = pair.split(" \\|( |$)", 2);
            softly.assertThat(verdict(sides[0], sides[1])).as(pair).startsWith(verdict);
            softly.assertThat(verdict(sides[1], sides[0]))
                    .as(pair + ", exchanged")
                    .startsWith(verdict);
        }
        softly.assertAll();
        assertThat(pairs(verdict)).hasSizeGreaterThan(35);
    }

    @Test
    void theSameTextIsEqualEvenWhereItCannotBeRead() {
        assertThat(verdict("\\int x", " \\int x ")).isEqualTo("EQUAL");
        assertThat(verdict("", "")).startsWith("UNDECIDED");
    }

    @Test
    void aReasonSaysWhyNothingWasDecided() {
        assertThat(verdict("5\\text{ cm}", "5\\text{ m}")).isEqualTo("UNDECIDED: the units differ");
        assertThat(verdict("2^10", "1024"))
                .isEqualTo("UNDECIDED: a number of several digits stands where TeX reads one digit");
        assertThat(verdict("|x|", "x")).isEqualTo("UNDECIDED: both agree in part of their domain");
        assertThat(verdict("\\int x", "x")).isEqualTo("UNDECIDED: '\\int' cannot be read");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "9^{9^{9^9}}",
                "((x+1)^{9999}+1)^{9999}",
                "1000!^{1000}",
                "\\sin(10^{9999})",
                "e^{e^{e^{e^{9}}}}",
                "2^{0.1^{9999}}"
            })
    void hugeAnswersTakeNoTime(String answer) {
        assertTimeout(Duration.ofSeconds(20), () -> MathAnswers.compare("1", answer));
    }

    @Test
    void longAnswersAreNotRead() {
        assertThat(verdict("1", "1+".repeat(500) + "1"))
                .isEqualTo("UNDECIDED: an answer has more than 1000 characters");
        assertThat(verdict("1", "{".repeat(999))).startsWith("UNDECIDED");
        assertThat(verdict("1", "-".repeat(999))).startsWith("UNDECIDED");
        assertThat(verdict("1", "1^".repeat(499))).startsWith("UNDECIDED");
        assertThat(verdict("1", "\\frac".repeat(199))).startsWith("UNDECIDED");
        assertThat(verdict("1", "\\sin".repeat(249))).startsWith("UNDECIDED");
        assertThat(verdict("1", "(1,".repeat(330))).startsWith("UNDECIDED");
    }

    private static String verdict(String gold, String answer) {
        Equivalence found = MathAnswers.compare(gold, answer);
        return found instanceof Undecided undecided
                ? "UNDECIDED: " + undecided.reason()
                : found.equals(Equivalence.EQUAL) ? "EQUAL" : "DIFFERENT";
    }

    private static List<String> pairs(String verdict) throws IOException {
        try (InputStream in = MathAnswersTest.class.getResourceAsStream("pairs.txt")) {
            String file = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String part = file.substring(file.indexOf("[" + verdict + "]"));
            return part.lines()
                    .skip(1)
                    .takeWhile(line -> !line.matches("\\[[A-Z]+\\]"))
                    .filter(line -> !line.isBlank())
                    .toList();
        }
    }
}
