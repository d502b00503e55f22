package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.CodeRule;
import dev.touchstone.reference.kernel.InputForm;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Rows;

/** Inputs as whole numbers of 8 bits, with a scale (and a zero point) measured for each token while computing. */
record LinearInput(LinearRule rule) implements InputForm {

    /** 2^24: up to here fp32 holds every whole number. */
    private static final int EXACT = 1 << 24;

    /** {@code int8}: at most 1040 products of at most 127 * 127 stay below 2^24; 1024 of them are added at a time. */
    static final LinearInput SYMMETRIC = new LinearInput(LinearRule.INT8);

    /** {@code int8-asym}: 256 products of at most 255 * 255. */
    static final LinearInput ASYMMETRIC = new LinearInput(LinearRule.INT8_ASYMMETRIC);

    @Override
    public float quantize(Rows x, int length, Rows codes, Kernels kernels) {
        float[] range = new float[2];
        if (rule.fixedScale() == 0) {
            kernels.range(x, length, range);
        }
        float scale = rule.scale(range[0], range[1]);
        int zero = rule.zero(range[0], scale);
        kernels.quantize(x, length, new CodeRule(scale, zero, rule.low(), rule.high()), codes);
        return scale;
    }

    @Override
    public boolean areSignedBytes() {
        return rule.symmetric();
    }

    @Override
    public int exactTerms() {
        int largest = rule.symmetric() ? rule.high() : rule.high() - rule.low();
        return Integer.highestOneBit(EXACT / (largest * largest));
    }
}
