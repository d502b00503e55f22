package dev.touchstone.reference.llama;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import org.junit.jupiter.api.Test;

class RopeFrequenciesTest {

    private static final float[] NO_FACTORS = {};

    @Test
    void fallGeometricallyFromOne() {
        assertThat(RopeFrequencies.of(rope(10000, new Scaling.None()), 8, NO_FACTORS))
                .containsExactly(new double[] {1, 0.1, 0.01, 0.001}, within(1e-15));
    }

    @Test
    void linearScalingDividesAll() {
        assertThat(RopeFrequencies.of(rope(10000, new Scaling.Linear(4)), 4, NO_FACTORS))
                .containsExactly(new double[] {0.25, 0.0025}, within(1e-15));
    }

    @Test
    void storedFactorsDivideEachPair() {
        assertThat(RopeFrequencies.of(rope(10000, new Scaling.None()), 4, new float[] {2, 8}))
                .containsExactly(new double[] {0.5, 0.00125}, within(1e-15));
    }

    /** Wavelengths below 8192 / 4 are kept, above 8192 / 1 divided by 8, between mixed, as Llama 3.1's configuration asks. */
    @Test
    void llama3ScalingKeepsHighFrequenciesAndDividesLowOnes() {
        Scaling scaling = new Scaling.Llama3(8, 1, 4, 8192);
        double[] plain = RopeFrequencies.of(rope(500000, new Scaling.None()), 128, NO_FACTORS);
        double[] scaled = RopeFrequencies.of(rope(500000, scaling), 128, NO_FACTORS);
        for (int pair = 0; pair < 64; pair++) {
            double wavelength = 2 * Math.PI / plain[pair];
            double smooth = (8192 / wavelength - 1) / 3;
            double expected = wavelength < 2048
                    ? plain[pair]
                    : wavelength > 8192 ? plain[pair] / 8 : (1 - smooth) * plain[pair] / 8 + smooth * plain[pair];
            assertThat(scaled[pair]).isCloseTo(expected, within(1e-15));
        }
        assertThat(scaled[0]).isEqualTo(1);
        assertThat(scaled[63]).isEqualTo(plain[63] / 8);
    }

    private static Rope rope(double base, Scaling scaling) {
        return new Rope(base, Pairs.HALVES, scaling);
    }
}
