package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;
import static jdk.incubator.vector.VectorOperators.MAX;
import static jdk.incubator.vector.VectorOperators.MIN;

import dev.touchstone.reference.kernel.CodePair;
import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.CodeRule;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Lanes;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.math.Exp;
import dev.touchstone.reference.math.Float8;
import dev.touchstone.reference.math.Roots;
import dev.touchstone.reference.math.Rounding;
import jdk.incubator.vector.FloatVector;

/** The scalar kernels' operations on vectors; what does not fill the virtual lanes is done one by one. */
final class VectorKernels implements Kernels {

    @Override
    public String name() {
        return "vector-" + SPECIES.vectorBitSize();
    }

    @Override
    public void accumulate(Rows x, Panels w, Rows y) {
        PanelProduct.compute(x, w, y, false);
    }

    @Override
    public void multiply(Rows x, Panels w, Rows y) {
        PanelProduct.compute(x, w, y, true);
    }

    @Override
    public void unpack(CodePanel w, float[] into) {
        if (Codes.isPossible(w)) {
            Unpacking.unpack(w, into);
        } else {
            Kernels.super.unpack(w, into);
        }
    }

    @Override
    public void accumulate(Rows x, CodePanel w, int from, int length, Rows y) {
        if (Codes.isPossible(w) && w.codes().bits() >= 4) {
            CodeProduct.accumulate(x, w, from, length, y);
        } else {
            Kernels.super.accumulate(x, w, from, length, y);
        }
    }

    @Override
    public void accumulate(Rows x, CodePair w, int from, int length, Rows y) {
        if (Codes.isPossible(w.first()) && Codes.isPossible(w.second()) && PairProduct.isPossible(w)) {
            PairProduct.accumulate(x, w, from, length, y);
        } else {
            Kernels.super.accumulate(x, w, from, length, y);
        }
    }

    @Override
    public void multiply(short[] x, CodePanel w, Rows y) {
        if (LENGTH >= 8) {
            WholeProduct.multiply(x, w, y);
        } else {
            Kernels.super.multiply(x, w, y);
        }
    }

    @Override
    public void range(Rows x, int length, float[] lowAndHigh) {
        FloatVector low = FloatVector.zero(SPECIES);
        FloatVector high = low;
        int i = 0;
        for (; i < SPECIES.loopBound(length); i += LENGTH) {
            FloatVector values = FloatVector.fromArray(SPECIES, x.data(), x.offset() + i);
            low = low.min(values);
            high = high.max(values);
        }
        lowAndHigh[0] = low.reduceLanes(MIN);
        lowAndHigh[1] = high.reduceLanes(MAX);
        for (; i < length; i++) {
            lowAndHigh[0] = Math.min(lowAndHigh[0], x.data()[x.offset() + i]);
            lowAndHigh[1] = Math.max(lowAndHigh[1], x.data()[x.offset() + i]);
        }
    }

    /** Adding 1.5 * 2^23 rounds to a whole number, to even if two are as near; numbers too large for that are cut off afterwards. */
    @Override
    public void quantize(Rows x, int length, CodeRule rule, Rows codes) {
        int i = 0;
        for (; i < SPECIES.loopBound(length); i += LENGTH) {
            FloatVector.fromArray(SPECIES, x.data(), x.offset() + i)
                    .div(rule.scale())
                    .add(Exp.ROUNDER)
                    .sub(Exp.ROUNDER)
                    .add(rule.zero())
                    .min(rule.high())
                    .max(rule.low())
                    .sub(rule.zero())
                    .intoArray(codes.data(), codes.offset() + i);
        }
        for (; i < length; i++) {
            codes.data()[codes.offset() + i] = rule.code(x.data()[x.offset() + i]);
        }
    }

    @Override
    public void widen(short[] numbers, Rounding type, float[] into) {
        Widening.shorts(numbers, type, into);
    }

    @Override
    public void widen(byte[] numbers, Float8 type, float[] into) {
        if (Widening.HAS_BYTES) {
            Widening.bytes(numbers, type, into);
        } else {
            Kernels.super.widen(numbers, type, into);
        }
    }

    @Override
    public void rmsNorm(Rows x, float[] weight, float epsilon, Rows y) {
        int length = weight.length;
        float scale = Roots.inverse(sumOfSquares(x.data(), x.offset(), length) / length + epsilon);
        int i = 0;
        for (; i < SPECIES.loopBound(length); i += LENGTH) {
            FloatVector.fromArray(SPECIES, x.data(), x.offset() + i)
                    .mul(scale)
                    .mul(FloatVector.fromArray(SPECIES, weight, i))
                    .intoArray(y.data(), y.offset() + i);
        }
        for (; i < length; i++) {
            y.data()[y.offset() + i] = x.data()[x.offset() + i] * scale * weight[i];
        }
    }

    private static float sumOfSquares(float[] x, int from, int length) {
        float[] lanes = new float[Lanes.COUNT];
        int whole = Lanes.whole(length);
        for (int lane = 0; lane < Lanes.COUNT; lane += LENGTH) {
            FloatVector sums = FloatVector.zero(SPECIES);
            for (int i = lane; i < whole; i += Lanes.COUNT) {
                FloatVector value = FloatVector.fromArray(SPECIES, x, from + i);
                sums = value.fma(value, sums);
            }
            sums.intoArray(lanes, lane);
        }
        for (int i = whole; i < length; i++) {
            lanes[i - whole] = Math.fma(x[from + i], x[from + i], lanes[i - whole]);
        }
        return Lanes.sum(lanes);
    }

    @Override
    public void softmax(Rows x, int length, float scale) {
        float max = scaleAndFindMax(x.data(), x.offset(), length, scale);
        float sum = exponentiateAndSum(x.data(), x.offset(), length, max);
        scaleAndFindMax(x.data(), x.offset(), length, 1f / sum);
    }

    @Override
    public float softmaxPart(Rows x, int length, float scale, float[] state) {
        float max = Math.max(state[0], scaleAndFindMax(x.data(), x.offset(), length, scale));
        float factor = Exp.exp(state[0] - max);
        state[1] = state[1] * factor + exponentiateAndSum(x.data(), x.offset(), length, max);
        state[0] = max;
        return factor;
    }

    private static float scaleAndFindMax(float[] x, int from, int length, float scale) {
        FloatVector maxima = FloatVector.broadcast(SPECIES, Float.NEGATIVE_INFINITY);
        int i = 0;
        for (; i < SPECIES.loopBound(length); i += LENGTH) {
            FloatVector scaled = FloatVector.fromArray(SPECIES, x, from + i).mul(scale);
            scaled.intoArray(x, from + i);
            maxima = maxima.max(scaled);
        }
        float max = maxima.reduceLanes(MAX);
        for (; i < length; i++) {
            x[from + i] *= scale;
            max = Math.max(max, x[from + i]);
        }
        return max;
    }

    private static float exponentiateAndSum(float[] x, int from, int length, float max) {
        float[] lanes = new float[Lanes.COUNT];
        int whole = Lanes.whole(length);
        for (int lane = 0; lane < Lanes.COUNT; lane += LENGTH) {
            FloatVector sums = FloatVector.zero(SPECIES);
            for (int i = lane; i < whole; i += Lanes.COUNT) {
                FloatVector power = VectorExp.exp(
                        FloatVector.fromArray(SPECIES, x, from + i).sub(max));
                power.intoArray(x, from + i);
                sums = sums.add(power);
            }
            sums.intoArray(lanes, lane);
        }
        for (int i = whole; i < length; i++) {
            x[from + i] = Exp.exp(x[from + i] - max);
            lanes[i - whole] += x[from + i];
        }
        return Lanes.sum(lanes);
    }

    @Override
    public void swiglu(Rows gate, Rows up, int length) {
        float[] gates = gate.data();
        int i = 0;
        for (; i < SPECIES.loopBound(length); i += LENGTH) {
            FloatVector g = FloatVector.fromArray(SPECIES, gates, gate.offset() + i);
            g.div(VectorExp.exp(g.neg()).add(1f))
                    .mul(FloatVector.fromArray(SPECIES, up.data(), up.offset() + i))
                    .intoArray(gates, gate.offset() + i);
        }
        for (; i < length; i++) {
            float g = gates[gate.offset() + i];
            gates[gate.offset() + i] = g / (1f + Exp.exp(-g)) * up.data()[up.offset() + i];
        }
    }

    @Override
    public void exponentials(Rows x, int length, float shift, float[] y) {
        int i = 0;
        for (; i < SPECIES.loopBound(length); i += LENGTH) {
            VectorExp.exp(FloatVector.fromArray(SPECIES, x.data(), x.offset() + i)
                            .sub(shift))
                    .intoArray(y, i);
        }
        for (; i < length; i++) {
            y[i] = Exp.exp(x.data()[x.offset() + i] - shift);
        }
    }
}
