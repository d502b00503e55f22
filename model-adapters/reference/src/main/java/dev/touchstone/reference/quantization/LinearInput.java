package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.InputForm;

/** Inputs as whole numbers of 8 bits, with a scale (and a zero point) measured for each token while computing. */
record LinearInput(LinearRule rule) implements InputForm {

    /** 2^24: up to here fp32 holds every whole number. */
    private static final int EXACT = 1 << 24;

    /** {@code int8}: at most 1040 products of at most 127 * 127 stay below 2^24; 1024 of them are added at a time. */
    static final LinearInput SYMMETRIC = new LinearInput(LinearRule.INT8);

    /** {@code int8-asym}: 256 products of at most 255 * 255. */
    static final LinearInput ASYMMETRIC = new LinearInput(LinearRule.INT8_ASYMMETRIC);

    @Override
    public float quantize(float[] x, int from, int length, float[] codes, int at) {
        float scale = rule.scale(x, from, from + length);
        int zero = rule.zero(x, from, from + length, scale);
        for (int i = 0; i < length; i++) {
            codes[at + i] = rule.code(x[from + i], scale, zero) - zero;
        }
        return scale;
    }

    @Override
    public int exactTerms() {
        int largest = rule.symmetric() ? rule.high() : rule.high() - rule.low();
        return Integer.highestOneBit(EXACT / (largest * largest));
    }
}
