package dev.touchstone.suites.mini.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExpressionTest {

    private static final Map<String, Ratio> NUMBERS =
            new TreeMap<>(Map.of("a", Ratio.whole(6), "b", Ratio.whole(4), "x1", Ratio.whole(-2)));

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "2 + 3 * 4; 14",
                "(2 + 3) * 4; 20",
                "20 - 5 - 3; 12",
                "24 / 4 / 2; 3",
                "a / b; 3/2",
                "2 ^ 3 ^ 2; 512",
                "3 * x1 ^ 2; 12",
                "-a + 10; 4",
                "b - -a; 10",
                "gcd(a * 2, b * 4); 4",
                "mod(-7, 5); 3",
                "floor(a / b); 1",
                "floor(x1 / 3); -1",
                "abs(x1); 2",
                "whole(a / b); 0",
                "squarefree(a * 5); 1",
                "squarefree(a * 2); 0",
                "squarefree(1); 0",
                "a > b; 1",
                "a <= b; 0",
                "a >= 6; 1",
                "a < 6; 0",
                "a = b + 2; 1",
                "a != 6; 0"
            })
    void valuesFollowTheUsualRules(String expression, String value) {
        assertThat(Expression.value(expression, NUMBERS)).hasToString(value);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '"',
            value = {
                "a + ; it ends where a number, a name or '(' is needed",
                "(a + 1; ')' is missing",
                "a b; unexpected 'b'",
                "a ? b; unexpected '? b'",
                "y + 1; no number 'y', there are [a, b, x1]"
            })
    void aBrokenExpressionSaysWhatIsWrong(String expression, String message) {
        assertThatThrownBy(() -> Expression.value(expression, NUMBERS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("expression '" + expression + "': " + message);
    }

    @Test
    void anUnknownFunctionSaysWhichThereAre() {
        assertThatThrownBy(() -> Expression.value("root(a)", NUMBERS))
                .hasMessage("no function root of 1 arguments; use abs(x), floor(x), whole(x), squarefree(n), gcd(n, m)"
                        + " or mod(n, m)");
    }
}
