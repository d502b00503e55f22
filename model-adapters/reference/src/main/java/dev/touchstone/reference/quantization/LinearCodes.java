package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.Panels;

/** A panel in the making: whole numbers with a scale, and where the rule has one a zero point, for each output's group. */
final class LinearCodes {

    private static final float[] NONE = {};

    private static final float[] INT4_LEVELS = {-8, -7, -6, -5, -4, -3, -2, -1, 0, 1, 2, 3, 4, 5, 6, 7};

    private final LinearForm form;
    private final int depth;
    private final int group;
    private final PackedCodes codes;
    private final float[] scales;
    private final byte[] zeros;

    /** What is added to a code so that it is not negative. */
    private final int offset;

    LinearCodes(LinearForm form, int depth) {
        this.form = form;
        this.depth = depth;
        this.group = form.groupOf(depth);
        this.codes = new PackedCodes(form.bits(), depth);
        int places = (depth + group - 1) / group * Panels.WIDTH;
        this.scales = new float[places];
        this.zeros = new byte[form.rule().symmetric() ? 1 : places];
        this.offset = offset(form);
    }

    /** Of signed bytes 2^7, which turns their highest bit and nothing else: so kernels make them signed again. */
    private static int offset(LinearForm form) {
        boolean isOfSignedBytes = form.bits() == Byte.SIZE && form.rule().symmetric();
        return isOfSignedBytes ? 1 << 7 : -form.rule().low();
    }

    /** Quantizes one output's weights {@code rows[at]} to {@code rows[at + depth - 1]} group by group. */
    void quantize(float[] rows, int at, int output) {
        for (int from = 0; from < depth; from += group) {
            int to = Math.min(depth, from + group);
            begin(rows, at + from, at + to, from / group * Panels.WIDTH + output);
            for (int k = from; k < to; k++) {
                put(rows[at + k], k, output);
            }
        }
    }

    /** Sets scale and zero point of the group that begins with an inner index to those of some weights. */
    void begin(float[] weights, int k, int output) {
        begin(weights, 0, weights.length, k / group * Panels.WIDTH + output);
    }

    private void begin(float[] weights, int from, int to, int place) {
        LinearRule rule = form.rule();
        scales[place] = rule.scale(weights, from, to);
        int zero = rule.zero(weights, from, to, scales[place]);
        zeros[rule.symmetric() ? 0 : place] = (byte) (zero + offset);
    }

    /**
     * Quantizes a weight of a group that has begun.
     *
     * @return what it is held as
     */
    float put(float weight, int k, int output) {
        LinearRule rule = form.rule();
        int place = k / group * Panels.WIDTH + output;
        int zero = (zeros[rule.symmetric() ? 0 : place] & 0xff) - offset;
        int code = rule.code(weight, scales[place], zero);
        codes.set(k, output, code + offset);
        return (code - zero) * scales[place];
    }

    /** Makes the weights of an output that does not exist 0. */
    void pad(int output) {
        int zero = form.rule().symmetric() ? offset : 0;
        for (int place = output; place < scales.length; place += Panels.WIDTH) {
            scales[place] = 1;
        }
        for (int k = 0; k < depth; k++) {
            codes.set(k, output, zero);
        }
    }

    HeldPanel finished() {
        return form.scalesSums()
                ? new CodedPanel(new CodePanel(codes, group, zeros, NONE, NONE), scales)
                : new CodedPanel(new CodePanel(codes, group, zeros, levels(), scales), null);
    }

    /** Of 4 bits with the same zero point everywhere each code stands for one number, which the kernels look up. */
    private float[] levels() {
        return form.rule().equals(LinearRule.INT4) ? INT4_LEVELS : NONE;
    }
}
