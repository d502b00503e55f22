package dev.touchstone.reference.quantization;

/** int8 and int8-asym written down once more, as simply as possible. */
record NaiveCodes(long[] codes, long zero, float scale) {

    static NaiveCodes of(float[] w, int from, int length, boolean symmetric) {
        float min = 0;
        float max = 0;
        for (int i = from; i < from + length; i++) {
            min = Math.min(min, w[i]);
            max = Math.max(max, w[i]);
        }
        float scale = symmetric ? Math.max(-min, max) / 127 : (max - min) / 255;
        long zero = symmetric ? 0 : Math.round(Math.rint(-min / scale));
        long low = symmetric ? -127 : 0;
        long high = symmetric ? 127 : 255;
        long[] codes = new long[length];
        for (int i = 0; i < length; i++) {
            codes[i] = Math.max(low, Math.min(high, (long) Math.rint(w[from + i] / scale) + zero));
        }
        return new NaiveCodes(codes, zero, scale);
    }

    float product(NaiveCodes inputs) {
        long sum = 0;
        for (int i = 0; i < codes.length; i++) {
            sum += (codes[i] - zero) * (inputs.codes[i] - inputs.zero);
        }
        return sum * scale * inputs.scale;
    }
}
