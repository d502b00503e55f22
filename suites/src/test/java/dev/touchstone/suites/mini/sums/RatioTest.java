package dev.touchstone.suites.mini.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RatioTest {

    @Test
    void fractionsAreInLowestTermsWithTheSignOnTop() {
        assertThat(Ratio.of(6, -9)).isEqualTo(new Ratio(-2, 3)).hasToString("-2/3");
        assertThat(Ratio.of(0, 7)).isEqualTo(Ratio.ZERO);
        assertThat(Ratio.of(-12, -4)).hasToString("3");
    }

    @Test
    void theFourOperationsAreExact() {
        Ratio half = Ratio.of(1, 2);
        Ratio third = Ratio.of(1, 3);
        assertThat(half.plus(third)).isEqualTo(Ratio.of(5, 6));
        assertThat(third.minus(half)).isEqualTo(Ratio.of(-1, 6));
        assertThat(half.times(third)).isEqualTo(Ratio.of(1, 6));
        assertThat(half.over(third)).isEqualTo(Ratio.of(3, 2));
        assertThat(half.power(3)).isEqualTo(Ratio.of(1, 8));
        assertThat(third).isLessThan(half);
    }

    @Test
    void latexHasTheSignBeforeTheFraction() {
        assertThat(Ratio.of(-2, 3).toLatex()).isEqualTo("-\\frac{2}{3}");
        assertThat(Ratio.whole(-5).toLatex()).isEqualTo("-5");
    }

    @Test
    void divisionByZeroAndLostFractionsAreErrors() {
        assertThatThrownBy(() -> Ratio.ONE.over(Ratio.ZERO)).hasMessage("division of 1 by zero");
        assertThatThrownBy(() -> Ratio.of(1, 2).toWhole()).hasMessage("1/2 is not a whole number");
    }
}
