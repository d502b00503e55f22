package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.Panels;

/** A panel in the making: whole numbers with a scale, and where the rule has one a zero point, for each output's group. */
final class LinearCodes {

    private static final float[] NONE = {};

    private final LinearForm form;
    private final int depth;
    private final int group;
    private final PackedCodes codes;
    private final float[] scales;
    private final byte[] zeros;

    LinearCodes(LinearForm form, int depth) {
        this.form = form;
        this.depth = depth;
        this.group = form.groupOf(depth);
        this.codes = new PackedCodes(form.bits(), depth);
        int places = (depth + group - 1) / group * Panels.WIDTH;
        this.scales = new float[places];
        this.zeros = new byte[form.rule().symmetric() ? 1 : places];
    }

    /** Quantizes one output's weights {@code rows[at]} to {@code rows[at + depth - 1]} group by group. */
    void quantize(float[] rows, int at, int output) {
        LinearRule rule = form.rule();
        for (int from = 0; from < depth; from += group) {
            int to = Math.min(depth, from + group);
            float scale = rule.scale(rows, at + from, at + to);
            int zero = rule.zero(rows, at + from, at + to, scale);
            int place = from / group * Panels.WIDTH + output;
            scales[place] = scale;
            zeros[rule.symmetric() ? 0 : place] = (byte) (zero - rule.low());
            for (int k = from; k < to; k++) {
                codes.set(k, output, rule.code(rows[at + k], scale, zero) - rule.low());
            }
        }
    }

    /** Makes the weights of an output that does not exist 0. */
    void pad(int output) {
        int zero = form.rule().symmetric() ? -form.rule().low() : 0;
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
                : new CodedPanel(new CodePanel(codes, group, zeros, NONE, scales), null);
    }
}
