package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.Panels;

/**
 * Scales of scales (QLoRA, 3): the block scales of a matrix, in row-major order, less their mean, as symmetric 8-bit numbers in blocks of 256 with
 * an fp32 scale each. Mean and second scales stay fp32; the mean is taken in double. Codes of weights are those of the unquantized scales, as in
 * QLoRA; weights are level * (code * second scale + mean).
 *
 * @param mean of the scales
 * @param steps second scales
 * @param codes one for each scale
 */
record DoubleQuantization(float mean, float[] steps, byte[] codes) {

    private static final int BLOCK = 256;

    static DoubleQuantization of(float[] scales) {
        float mean = mean(scales);
        float[] centred = new float[scales.length];
        for (int i = 0; i < scales.length; i++) {
            centred[i] = scales[i] - mean;
        }
        float[] steps = new float[(scales.length + BLOCK - 1) / BLOCK];
        byte[] codes = new byte[scales.length];
        for (int block = 0; block < steps.length; block++) {
            int from = block * BLOCK;
            int to = Math.min(scales.length, from + BLOCK);
            steps[block] = LinearRule.INT8.scale(centred, from, to);
            for (int i = from; i < to; i++) {
                codes[i] = (byte) LinearRule.INT8.code(centred[i], steps[block], 0);
            }
        }
        return new DoubleQuantization(mean, steps, codes);
    }

    /** A plain sum: that of streams is another one from one JDK to the next. */
    private static float mean(float[] scales) {
        double sum = 0;
        for (float scale : scales) {
            sum += scale;
        }
        return (float) (sum / scales.length);
    }

    /**
     * The scales of one panel.
     *
     * @param first index of its first one
     * @param blocks scales of an output
     * @param counting whether the mean and the second scales, which all panels share, count among its bytes
     */
    BlockScales scales(int first, int blocks, boolean counting) {
        return new Part(this, first, blocks, counting);
    }

    private float at(int index) {
        return codes[index] * steps[index / BLOCK] + mean;
    }

    private record Part(DoubleQuantization whole, int first, int blocks, boolean counting) implements BlockScales {

        /** An output that does not exist has whatever scale: its codes stand for 0. */
        @Override
        public float of(int block, int output) {
            int index = first + output * blocks + block;
            return index < whole.codes.length ? whole.at(index) : 1;
        }

        @Override
        public long bytes() {
            int own = Math.min(Panels.WIDTH * blocks, whole.codes.length - first);
            return own + (counting ? Float.BYTES * (1L + whole.steps.length) : 0);
        }
    }
}
