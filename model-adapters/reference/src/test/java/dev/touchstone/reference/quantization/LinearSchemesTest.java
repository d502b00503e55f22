package dev.touchstone.reference.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.withinPercentage;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.MemoryTensor;
import dev.touchstone.reference.kernel.PackedMatrix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinearSchemesTest {

    private static final int ROWS = 35;

    /** No multiple of 64 or 128, and more than one exact block. */
    private static final int COLUMNS = 1500;

    /** Names, weights of a group, steps of its range, symmetric or not. */
    @ParameterizedTest
    @CsvSource({
        "int8, 1500, 127, true",
        "w8a16, 1500, 127, true",
        "int8-asym, 1500, 255, false",
        "int4, 128, 7, true",
        "int4-asym, 128, 15, false",
        "int2, 64, 3, false"
    })
    void noWeightIsOffByMoreThanHalfAStep(String precision, int group, int steps, boolean symmetric) {
        MemoryTensor tensor = Matrices.awkward(ROWS, COLUMNS);
        float[] held = Matrices.weights(precision, tensor);
        double worst = 0;
        for (int row = 0; row < ROWS; row++) {
            for (int from = 0; from < COLUMNS; from += group) {
                int start = row * COLUMNS + from;
                int end = row * COLUMNS + Math.min(COLUMNS, from + group);
                double step = range(tensor.values(), start, end, symmetric) / steps;
                for (int i = start; i < end && step > 0; i++) {
                    worst = Math.max(worst, Math.abs((double) held[i] - tensor.values()[i]) / step);
                }
            }
        }
        // fp32 rounds the scale, the quotient and the product: a few parts in 2^24 of at most 255 steps.
        assertThat(worst).isGreaterThan(0.4).isLessThan(0.5 + 1e-4);
    }

    /** The outlier of 1e4 makes the step of its group 10000 / 127, so the weights around it vanish. */
    @Test
    void anOutlierMakesTheStepOfItsWholeChannelLarge() {
        MemoryTensor tensor = Matrices.awkward(ROWS, COLUMNS);
        float[] held = Matrices.weights("int8", tensor);
        assertThat(held[COLUMNS + 700]).isEqualTo(127 * (1e4f / 127));
        assertThat(Arrays.copyOfRange(held, COLUMNS, COLUMNS + 700)).containsOnly(0f);
        float[] grouped = Matrices.weights("int4", tensor);
        assertThat(Arrays.copyOfRange(grouped, COLUMNS, COLUMNS + 640)).doesNotContain(1e4f / 7);
        assertThat(Matrices.squares(grouped, COLUMNS, 640))
                .isCloseTo(Matrices.squares(tensor.values(), COLUMNS, 640), withinPercentage(5));
        assertThat(Arrays.copyOfRange(grouped, COLUMNS + 640, COLUMNS + 700)).containsOnly(0f);
    }

    @ParameterizedTest
    @CsvSource({"int8", "int8-asym", "w8a16", "int4", "int4-asym", "int2", "ternary", "nf4", "nf4-dq", "fp8-e4m3"})
    void zerosStayZero(String precision) {
        MemoryTensor zeros = new MemoryTensor("zeros", 3, 70, new float[3 * 70]);
        assertThat(Matrices.weights(precision, zeros)).containsOnly(0f);
        float[] product = Matrices.product(Matrices.pack(precision, zeros), 3, Matrices.normal(1, 70), Simd.AUTO, 1);
        assertThat(product).containsOnly(0f);
    }

    /** A scale that would be a denormal divided to 0 would make infinities of the codes. */
    @Test
    void weightsTooSmallForAScaleBecomeZero() {
        float[] tiny = {Float.MIN_VALUE, -Float.MIN_VALUE, 0};
        assertThat(Matrices.weights("int8", new MemoryTensor("tiny", 1, 3, tiny)))
                .containsOnly(0f);
    }

    /** Whole numbers of type long, one loop, no kernels: what {@code int8} and {@code int8-asym} are defined to be. */
    @ParameterizedTest
    @CsvSource({"int8, 1", "int8, 1024", "int8, 1025", "int8, 2500", "int8-asym, 1", "int8-asym, 256", "int8-asym, 257"
    })
    void productsOfCodesAreExact(String precision, int columns) {
        int rows = 33;
        float[] w = Matrices.normal(3, rows * columns);
        float[] x = Matrices.normal(4, 5 * columns);
        PackedMatrix packed = Matrices.pack(precision, new MemoryTensor("w", rows, columns, w));
        float[] expected = new float[5 * rows];
        for (int token = 0; token < 5; token++) {
            for (int row = 0; row < rows; row++) {
                boolean symmetric = precision.equals("int8");
                NaiveCodes weights = NaiveCodes.of(w, row * columns, columns, symmetric);
                NaiveCodes inputs = NaiveCodes.of(x, token * columns, columns, symmetric);
                expected[token * rows + row] = weights.product(inputs);
            }
        }
        assertThat(Matrices.product(packed, rows, x, Simd.AUTO, 2)).containsExactly(expected);
        assertThat(Matrices.product(packed, rows, x, Simd.SCALAR, 1)).containsExactly(expected);
    }

    /** All codes at their ends: the largest sums that a row can have. */
    @Test
    void theLargestSumsAreExact() {
        int columns = 5000;
        float[] w = new float[columns];
        Arrays.fill(w, 1f);
        float[] x = new float[columns];
        Arrays.fill(x, -1f);
        PackedMatrix packed = Matrices.pack("int8", new MemoryTensor("w", 1, columns, w));
        float scale = 1f / 127;
        assertThat(Matrices.product(packed, 1, x, Simd.AUTO, 1))
                .containsExactly(-(127f * 127 * columns) * scale * scale);
    }

    @Test
    void aWeightThatIsNoNumberIsRefused() {
        float[] weights = Matrices.normal(1, 64);
        weights[5] = Float.NaN;
        MemoryTensor damaged = new MemoryTensor("blk.0.attn_q.weight", 1, 64, weights);
        assertThatThrownBy(() -> Matrices.pack("int4", damaged))
                .isInstanceOf(ModelException.class)
                .hasMessage("the tensor 'blk.0.attn_q.weight' holds the weight NaN, which can't be quantized; the model"
                        + " is damaged, or overflowed when it was converted: get it anew, or pass -Dprecision=native");
    }

    /** Nothing may turn an overflow into a number that looks like a result. */
    @Test
    void anInputThatIsNoNumberGivesNone() {
        PackedMatrix packed = Matrices.pack("int8", new MemoryTensor("w", 1, 64, Matrices.normal(1, 64)));
        float[] x = Matrices.normal(2, 64);
        x[7] = Float.NaN;
        assertThat(Matrices.product(packed, 1, x, Simd.AUTO, 1)[0]).isNaN();
        x[7] = Float.POSITIVE_INFINITY;
        assertThat(Float.isFinite(Matrices.product(packed, 1, x, Simd.AUTO, 1)[0]))
                .isFalse();
    }

    private static double range(float[] w, int from, int to, boolean symmetric) {
        double min = 0;
        double max = 0;
        for (int i = from; i < to; i++) {
            min = Math.min(min, w[i]);
            max = Math.max(max, w[i]);
        }
        return symmetric ? Math.max(-min, max) : max - min;
    }
}
