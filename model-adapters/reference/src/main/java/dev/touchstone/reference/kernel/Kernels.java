package dev.touchstone.reference.kernel;

import dev.touchstone.reference.math.Float8;
import dev.touchstone.reference.math.Rounding;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The inner loops of the forward pass. All implementations give the same bits for the same input (NaNs aside: their payload is not
 * defined). Implementations have no state and are safe for use by several threads. The windows check their bounds when they are made; the
 * loops don't.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface Kernels {

    /** How these kernels are called in reports, such as {@code scalar} or {@code vector-512}. */
    String name();

    /**
     * Continues matrix products: {@code y[r][n] = fma(x[r][k], w[k][n], y[r][n])} for k = 0, 1, ... depth - 1 in that order.
     *
     * @param x [rows, at least w.depth]
     * @param w panels of [w.depth, {@link Panels#WIDTH}]
     * @param y [rows, at least w.columns]; as many rows as {@code x}
     */
    void accumulate(Rows x, Panels w, Rows y);

    /** Matrix product: as {@link #accumulate}, starting from zero. */
    default void multiply(Rows x, Panels w, Rows y) {
        y.clear(w.columns());
        accumulate(x, w, y);
    }

    /** Writes a panel's factors as fp32 [depth, {@link Panels#WIDTH}]. */
    default void unpack(CodePanel w, float[] into) {
        for (int k = 0; k < w.depth(); k++) {
            for (int n = 0; n < Panels.WIDTH; n++) {
                into[k * Panels.WIDTH + n] = w.factor(k, n);
            }
        }
    }

    /**
     * Continues the product of one row with a panel that is not unpacked: {@code y[n] = fma(x[k], factor(k, n), y[n])} for k = from, from + 1, ...
     * from + length - 1 in that order.
     *
     * @param x one row, [at least w.depth]
     * @param from an even number
     * @param y one row, [{@link Panels#WIDTH}]
     */
    default void accumulate(Rows x, CodePanel w, int from, int length, Rows y) {
        for (int k = from; k < from + length; k++) {
            float factor = x.data()[x.offset() + k];
            for (int n = 0; n < Panels.WIDTH; n++) {
                y.data()[y.offset() + n] = Math.fma(factor, w.factor(k, n), y.data()[y.offset() + n]);
            }
        }
    }

    /** The same for the two panels of a pair. */
    default void accumulate(Rows x, CodePair w, int from, int length, Rows y) {
        accumulate(x, w.first(), from, length, y);
        accumulate(x, w.second(), from, length, y.from(Panels.WIDTH));
    }

    /**
     * Product of one row of whole numbers with a panel of codes of 8 bits that have one zero point for all and no scales: the sum over k of x[k] (code(k, n) -
     * zero), exactly, then rounded to fp32.
     *
     * @param x [at least w.depth] from -127 to 127; at most 2^16 of them, so that 32 bits hold the sum
     * @param y one row, [{@link Panels#WIDTH}]
     */
    default void multiply(short[] x, CodePanel w, Rows y) {
        int zero = w.zeros()[0] & 0xff;
        for (int n = 0; n < Panels.WIDTH; n++) {
            int sum = 0;
            for (int k = 0; k < w.depth(); k++) {
                sum += x[k] * (w.codes().get(k, n) - zero);
            }
            y.data()[y.offset() + n] = sum;
        }
    }

    /** The smallest and the largest of some elements of one row and 0; NaN if an element is NaN. */
    default void range(Rows x, int length, float[] lowAndHigh) {
        lowAndHigh[0] = 0;
        lowAndHigh[1] = 0;
        for (int i = 0; i < length; i++) {
            lowAndHigh[0] = Math.min(lowAndHigh[0], x.data()[x.offset() + i]);
            lowAndHigh[1] = Math.max(lowAndHigh[1], x.data()[x.offset() + i]);
        }
    }

    /** Whole numbers for some elements of one row, in fp32. */
    default void quantize(Rows x, int length, CodeRule rule, Rows codes) {
        for (int i = 0; i < length; i++) {
            codes.data()[codes.offset() + i] = rule.code(x.data()[x.offset() + i]);
        }
    }

    /** Numbers of 16 bits as fp32, one for each in {@code numbers}. */
    default void widen(short[] numbers, Rounding type, float[] into) {
        for (int i = 0; i < numbers.length; i++) {
            into[i] = type.toFloat(numbers[i]);
        }
    }

    /** Numbers of 8 bits as fp32, one for each in {@code numbers}. */
    default void widen(byte[] numbers, Float8 type, float[] into) {
        for (int i = 0; i < numbers.length; i++) {
            into[i] = type.toFloat(numbers[i]);
        }
    }

    /**
     * RMSNorm of one row (Zhang and Sennrich 2019): {@code y[i] = x[i] * (1 / sqrt(mean(x^2) + epsilon)) * weight[i]}.
     *
     * @param x one row of {@code weight.length} elements
     * @param weight the learned gain
     * @param y one row, may be {@code x}
     */
    void rmsNorm(Rows x, float[] weight, float epsilon, Rows y);

    /**
     * Softmax of one row in place: {@code x[i] = e^(scale x[i] - m) / sum}, m the largest scaled element.
     *
     * @param x one row
     * @param length number of elements, at least 1
     */
    void softmax(Rows x, int length, float scale);

    /**
     * A softmax whose row comes in parts, in place (Milakov and Gimelshein 2018, arXiv:1805.02867, algorithm 3): with m the largest of all scaled
     * elements so far, {@code x[i] = e^(scale x[i] - m)}.
     *
     * @param x a part of a row
     * @param length number of elements, at least 1
     * @param state the largest scaled element of the parts before and the sum of their exponentials; at first negative infinity and 0
     * @return what exponentials of the parts before have to be multiplied with
     */
    float softmaxPart(Rows x, int length, float scale, float[] state);

    /**
     * SwiGLU of one row in place (Shazeer 2020): {@code gate[i] = gate[i] / (1 + e^-gate[i]) * up[i]}.
     *
     * @param gate one row
     * @param up one row
     * @param length number of elements
     */
    void swiglu(Rows gate, Rows up, int length);

    /** {@code y[i] = e^(x[i] - shift)} for one row of {@code length} elements. */
    void exponentials(Rows x, int length, float shift, float[] y);
}
