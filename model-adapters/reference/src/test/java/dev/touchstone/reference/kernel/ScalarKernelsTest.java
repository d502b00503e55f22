package dev.touchstone.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class ScalarKernelsTest {

    private final Kernels kernels = new ScalarKernels();

    @Test
    void accumulatesAlongTheInnerIndexInOrderWithOneRoundingPerStep() {
        float[] weights = new float[3 * Panels.WIDTH];
        weights[0] = 1e8f;
        weights[Panels.WIDTH] = -1e8f;
        weights[2 * Panels.WIDTH] = 0.1f;
        Rows y = Rows.allocate(1, Panels.WIDTH);
        kernels.multiply(new Rows(new float[] {1f, 1f, 0.1f}, 0, 3, 1), new Panels(weights, 0, 0, 1, 3), y);
        assertThat(y.data()[0]).isEqualTo(Math.fma(0.1f, 0.1f, 0f));
    }

    @Test
    void multiplyOverwritesWhatStoodThere() {
        Rows y = new Rows(new float[Panels.WIDTH], 0, Panels.WIDTH, 1);
        y.data()[5] = 7f;
        kernels.multiply(new Rows(new float[] {2f}, 0, 1, 1), new Panels(new float[Panels.WIDTH], 0, 0, 1, 1), y);
        assertThat(y.data()).containsOnly(0f);
    }

    @Test
    void rmsNormDividesByTheRootMeanSquare() {
        Rows x = new Rows(new float[] {3f, -4f}, 0, 2, 1);
        kernels.rmsNorm(x, new float[] {1f, 2f}, 0f, x);
        double root = Math.sqrt(12.5);
        assertThat(x.data()[0]).isCloseTo((float) (3 / root), within(1e-6f));
        assertThat(x.data()[1]).isCloseTo((float) (-8 / root), within(1e-6f));
    }

    @Test
    void softmaxOfEqualElementsIsUniformHoweverLargeTheyAre() {
        Rows x = new Rows(new float[] {1e30f, 1e30f, 1e30f, 1e30f}, 0, 4, 1);
        kernels.softmax(x, 4, 1f);
        assertThat(x.data()).containsOnly(0.25f);
    }

    @Test
    void softmaxScalesBeforeItExponentiates() {
        Rows x = new Rows(new float[] {0f, (float) (4 * Math.log(3))}, 0, 2, 1);
        kernels.softmax(x, 2, 0.25f);
        assertThat(x.data()[0]).isCloseTo(0.25f, within(1e-6f));
        assertThat(x.data()[1]).isCloseTo(0.75f, within(1e-6f));
    }

    @Test
    void swigluIsFiniteForGatesThatOverflowTheExponential() {
        Rows gate = new Rows(new float[] {-1000f, 1000f, 0f}, 0, 3, 1);
        kernels.swiglu(gate, new Rows(new float[] {5f, 5f, 5f}, 0, 3, 1), 3);
        assertThat(gate.data()).containsExactly(-0f, 5000f, 0f);
    }
}
