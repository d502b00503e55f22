package dev.touchstone.reference.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.kernel.MemoryTensor;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class NormalFloatTest {

    private static final int ROWS = 64;
    private static final int COLUMNS = 640;

    /** QLoRA, appendix E: the 16 levels. */
    @Test
    void theLevelsArePublished() {
        double[] published = {
            -1.0,
            -0.6961928009986877,
            -0.5250730514526367,
            -0.39491748809814453,
            -0.28444138169288635,
            -0.18477343022823334,
            -0.09105003625154495,
            0.0,
            0.07958029955625534,
            0.16093020141124725,
            0.24611230194568634,
            0.33791524171829224,
            0.44070982933044434,
            0.5626170039176941,
            0.7229568362236023,
            1.0
        };
        IntStream.range(0, 16).forEach(code -> {
            assertThat(NormalFloatForm.level(code)).isEqualTo((float) published[code]);
            assertThat(NormalFloatForm.nearest(NormalFloatForm.level(code))).isEqualTo(code);
        });
    }

    @Test
    void theNearestLevelIsChosen() {
        for (float x = -1; x <= 1; x += 0.001f) {
            double distance = Math.abs(x - (double) NormalFloatForm.level(NormalFloatForm.nearest(x)));
            for (int code = 0; code < 16; code++) {
                assertThat(distance).isLessThanOrEqualTo(Math.abs(x - (double) NormalFloatForm.level(code)));
            }
        }
    }

    @Test
    void normalWeightsLoseLessThanInAsManyEvenSteps() {
        float[] weights = Matrices.normal(5, ROWS * COLUMNS);
        assertThat(error("nf4", weights)).isLessThan(0.8 * error("int4", weights));
        assertThat(error("nf4-dq", weights)).isLessThan(0.8 * error("int4", weights));
    }

    @Test
    void uniformWeightsDoNot() {
        float[] weights = Matrices.uniform(6, ROWS * COLUMNS);
        assertThat(error("nf4", weights)).isGreaterThan(error("int4", weights));
    }

    /** Mean squared error. */
    private static double error(String precision, float[] weights) {
        float[] held = Matrices.weights(precision, new MemoryTensor("w", ROWS, COLUMNS, weights));
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double difference = (double) held[i] - weights[i];
            sum += difference * difference;
        }
        return sum / weights.length;
    }
}
