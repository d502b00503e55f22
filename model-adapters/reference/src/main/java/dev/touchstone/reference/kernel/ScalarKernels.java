package dev.touchstone.reference.kernel;

import static dev.touchstone.reference.math.Exp.exp;

import dev.touchstone.reference.math.Roots;

/** The plain loops that define every result. */
final class ScalarKernels implements Kernels {

    @Override
    public String name() {
        return "scalar";
    }

    @Override
    public void accumulate(Rows x, Panels w, Rows y) {
        for (int row = 0; row < x.count(); row++) {
            for (int panel = 0; panel < w.count(); panel++) {
                accumulate(x, row, w, panel, y);
            }
        }
    }

    private static void accumulate(Rows x, int row, Panels w, int panel, Rows y) {
        float[] weights = w.data();
        float[] sums = y.data();
        int at = y.at(row) + panel * Panels.WIDTH;
        for (int k = 0; k < w.depth(); k++) {
            float factor = x.data()[x.at(row) + k];
            int weight = w.offset() + panel * w.stride() + k * Panels.WIDTH;
            for (int n = 0; n < Panels.WIDTH; n++) {
                sums[at + n] = Math.fma(factor, weights[weight + n], sums[at + n]);
            }
        }
    }

    @Override
    public void rmsNorm(Rows x, float[] weight, float epsilon, Rows y) {
        float[] lanes = new float[Lanes.COUNT];
        for (int i = 0; i < weight.length; i++) {
            float value = x.data()[x.offset() + i];
            lanes[i % Lanes.COUNT] = Math.fma(value, value, lanes[i % Lanes.COUNT]);
        }
        float scale = Roots.inverse(Lanes.sum(lanes) / weight.length + epsilon);
        for (int i = 0; i < weight.length; i++) {
            y.data()[y.offset() + i] = x.data()[x.offset() + i] * scale * weight[i];
        }
    }

    @Override
    public void softmax(Rows x, int length, float scale) {
        float[] data = x.data();
        int from = x.offset();
        float max = Float.NEGATIVE_INFINITY;
        for (int i = from; i < from + length; i++) {
            data[i] *= scale;
            max = Math.max(max, data[i]);
        }
        float[] lanes = new float[Lanes.COUNT];
        for (int i = 0; i < length; i++) {
            data[from + i] = exp(data[from + i] - max);
            lanes[i % Lanes.COUNT] += data[from + i];
        }
        float inverse = 1f / Lanes.sum(lanes);
        for (int i = from; i < from + length; i++) {
            data[i] *= inverse;
        }
    }

    @Override
    public void swiglu(Rows gate, Rows up, int length) {
        for (int i = 0; i < length; i++) {
            float g = gate.data()[gate.offset() + i];
            gate.data()[gate.offset() + i] = g / (1f + exp(-g)) * up.data()[up.offset() + i];
        }
    }

    @Override
    public void exponentials(Rows x, int length, float shift, float[] y) {
        for (int i = 0; i < length; i++) {
            y[i] = exp(x.data()[x.offset() + i] - shift);
        }
    }
}
