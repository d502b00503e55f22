package dev.touchstone.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.suites.Scale;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleScoreTest {

    private static final Scale SCALE = new Scale(List.of(0.0, 1.0, 5.0));

    private static final double NEVER = Double.NEGATIVE_INFINITY;

    @Test
    void pointsAreWeightedWithTheirProbabilities() {
        double mean = ScaleScore.mean(List.of(Math.log(0.1), Math.log(0.3), Math.log(0.1)), SCALE);
        assertThat(mean).isCloseTo((0.3 + 0.5) / 0.5, within(1e-15));
    }

    @Test
    void veryImprobablePointsStillHaveAMean() {
        assertThat(ScaleScore.mean(List.of(-2000.0, -2000.0, NEVER), SCALE)).isEqualTo(0.5);
        assertThat(ScaleScore.mean(List.of(NEVER, NEVER, -3.0), SCALE)).isEqualTo(5);
    }

    @Test
    void withoutANumberThereIsNoMean() {
        assertThatThrownBy(() -> ScaleScore.mean(List.of(-1.0, Double.NaN, -1.0), SCALE))
                .isInstanceOf(ScoreException.class)
                .hasMessage("the model's log-likelihood of choice 1 is NaN, so the choices have no mean; "
                        + "check the model's weights");
        assertThatThrownBy(() -> ScaleScore.mean(List.of(NEVER, NEVER, NEVER), SCALE))
                .isInstanceOf(ScoreException.class)
                .hasMessage("the model gives every choice the probability 0, so the choices have no mean; "
                        + "check the model's weights");
    }
}
