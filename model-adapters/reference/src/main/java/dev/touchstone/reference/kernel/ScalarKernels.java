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
        float max = scaleAndFindMax(x, length, scale);
        scaleAndFindMax(x, length, 1f / exponentiateAndSum(x, length, max));
    }

    @Override
    public float softmaxPart(Rows x, int length, float scale, float[] state) {
        float max = Math.max(state[0], scaleAndFindMax(x, length, scale));
        float factor = exp(state[0] - max);
        state[1] = state[1] * factor + exponentiateAndSum(x, length, max);
        state[0] = max;
        return factor;
    }

    private static float scaleAndFindMax(Rows x, int length, float scale) {
        float max = Float.NEGATIVE_INFINITY;
        for (int i = x.offset(); i < x.offset() + length; i++) {
            x.data()[i] *= scale;
            max = Math.max(max, x.data()[i]);
        }
        return max;
    }

    private static float exponentiateAndSum(Rows x, int length, float max) {
        float[] lanes = new float[Lanes.COUNT];
        for (int i = 0; i < length; i++) {
            int at = x.offset() + i;
            x.data()[at] = exp(x.data()[at] - max);
            lanes[i % Lanes.COUNT] += x.data()[at];
        }
        return Lanes.sum(lanes);
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
