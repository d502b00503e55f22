package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.InputForm;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.PanelRows;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * NormalFloat-4 (Dettmers et al. 2023, "QLoRA", arXiv:2305.14314, 3 and appendix E): blocks of 64 weights along a row, s = absmax, and the index of
 * the level nearest to w / s, of two as near the lower one. A block of zeros has s = 1.
 *
 * @param twice whether the scales are quantized, too
 */
record NormalFloatForm(boolean twice) implements WeightForm {

    /** Weights of a block. */
    static final int BLOCK = 64;

    private static final int BITS = 4;

    private static final float[] LEVELS = {
        -1f,
        -0.6961928009986877f,
        -0.5250730514526367f,
        -0.39491748809814453f,
        -0.28444138169288635f,
        -0.18477343022823334f,
        -0.09105003625154495f,
        0f,
        0.07958029955625534f,
        0.16093020141124725f,
        0.24611230194568634f,
        0.33791524171829224f,
        0.44070982933044434f,
        0.5626170039176941f,
        0.7229568362236023f,
        1f
    };

    private static final byte[] NO_ZEROS = {0};

    /** Code of the level 0. */
    private static final int ZERO = 7;

    @Override
    public List<HeldPanel> hold(Tensor tensor, Workers workers) {
        int depth = tensor.columns();
        int blocks = (depth + BLOCK - 1) / BLOCK;
        float[] scales = new float[Math.multiplyExact(tensor.rows(), blocks)];
        PackedCodes[] codes = new PackedCodes[Panels.count(tensor.rows())];
        PanelRows.forEach(tensor, workers, (index, rows, count) -> {
            Finite.require(tensor.name(), rows);
            codes[index] = quantize(rows, depth, scales, index * Panels.WIDTH * blocks);
        });
        DoubleQuantization second = twice ? DoubleQuantization.of(scales) : null;
        HeldPanel[] panels = new HeldPanel[codes.length];
        for (int index = 0; index < panels.length; index++) {
            int first = index * Panels.WIDTH * blocks;
            panels[index] = second == null
                    ? new CodedPanel(codes(codes[index], transposed(scales, first, blocks)), null)
                    : new NormalFloatPanel(codes[index], second.scales(first, blocks, index == 0));
        }
        return List.of(panels);
    }

    @Override
    public @Nullable InputForm inputs() {
        return null;
    }

    @Override
    public double nominalBits() {
        return BITS + (double) Float.SIZE / BLOCK;
    }

    /** Codes with their levels and scales [blocks, outputs]. */
    static CodePanel codes(PackedCodes codes, float[] scales) {
        return new CodePanel(codes, BLOCK, NO_ZEROS, LEVELS, scales);
    }

    static float level(int code) {
        return LEVELS[code];
    }

    /** Of rows [outputs, depth]; their scales [outputs, blocks] go to {@code scales[first]} and after. */
    private static PackedCodes quantize(float[] rows, int depth, float[] scales, int first) {
        PackedCodes codes = new PackedCodes(BITS, depth);
        int blocks = (depth + BLOCK - 1) / BLOCK;
        for (int output = 0; output < Panels.WIDTH; output++) {
            for (int k = 0; k < depth; k++) {
                int at = output * depth + k;
                if (at >= rows.length) {
                    codes.set(k, output, ZERO);
                    continue;
                }
                int block = first + output * blocks + k / BLOCK;
                if (k % BLOCK == 0) {
                    scales[block] = absmax(rows, at, Math.min(BLOCK, depth - k));
                }
                codes.set(k, output, nearest(rows[at] / scales[block]));
            }
        }
        return codes;
    }

    private static float absmax(float[] w, int from, int length) {
        float max = 0;
        for (int i = from; i < from + length; i++) {
            max = Math.max(max, Math.abs(w[i]));
        }
        return max == 0 ? 1 : max;
    }

    static int nearest(float x) {
        int code = 0;
        while (code < LEVELS.length - 1 && x > ((double) LEVELS[code] + LEVELS[code + 1]) / 2) {
            code++;
        }
        return code;
    }

    /** One panel's scales [blocks, outputs] out of those of the matrix [outputs, blocks], which begin at {@code first}. */
    private static float[] transposed(float[] all, int first, int blocks) {
        float[] scales = new float[blocks * Panels.WIDTH];
        for (int i = 0; i < scales.length && first + i < all.length; i++) {
            scales[i % blocks * Panels.WIDTH + i / blocks] = all[first + i];
        }
        return scales;
    }
}
