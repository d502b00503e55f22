package dev.touchstone.reference.kernel;

import dev.touchstone.reference.math.Rounding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Products with panels of a packed matrix, whatever form it is held in. The result of a row depends on that row only. For one thread, which
 * the scratch memory belongs to.
 */
final class HeldProduct {

    /** Products of at most 127 * 127 that add up in 32 bits. */
    private static final int MOST_TERMS = 1 << 16;

    /** Four codes of 2 bits in a byte are too much for the vector kernels to multiply with directly. */
    private static final int FEWEST_BITS = 4;

    private final Kernels kernels;
    private final Rounding rounding;
    private final float[] part = new float[MatrixProduct.ROWS_PER_TASK * Panels.WIDTH];
    private final double[] sums = new double[MatrixProduct.ROWS_PER_TASK * Panels.WIDTH];
    private short[] whole = {};
    private boolean isWhole;
    private float[] unpacked = {};
    private int width = Panels.WIDTH;
    private @Nullable CodePanel codes;
    private @Nullable CodePair pair;
    private @Nullable Panels factors;

    HeldProduct(Kernels kernels, Rounding rounding) {
        this.kernels = kernels;
        this.rounding = rounding;
    }

    /**
     * Computes the outputs of some neighbouring panels.
     *
     * @param x rows; of a matrix that wants quantized inputs their codes and, behind these, scales
     * @param y [rows, at least {@link Panels#WIDTH} for each panel]
     */
    void multiply(Rows x, PackedMatrix w, int first, int count, Rows y) {
        readWhole(x, w);
        for (int done = 0; done < count; done += pair == null ? 1 : 2) {
            open(w, first + done, x.count(), done + 1 < count);
            Rows outputs = y.from(done * Panels.WIDTH);
            for (int row = 0; row < x.count(); row += MatrixProduct.ROWS_PER_TASK) {
                int rows = Math.min(MatrixProduct.ROWS_PER_TASK, x.count() - row);
                multiply(x.slice(row, rows), w, first + done, outputs.slice(row, rows));
            }
        }
    }

    /** A single row of whole numbers, once for all panels; NaN, which is none, is left to fp32. */
    private void readWhole(Rows x, PackedMatrix w) {
        InputForm inputs = w.inputs();
        isWhole = x.count() == 1 && inputs != null && inputs.areSignedBytes();
        if (!isWhole) {
            return;
        }
        if (whole.length < w.depth()) {
            whole = new short[w.depth()];
        }
        int others = 0;
        for (int k = 0; k < w.depth(); k++) {
            float code = x.data()[x.offset() + k];
            whole[k] = (short) code;
            others += whole[k] == code ? 0 : 1;
        }
        isWhole = others == 0;
    }

    private void multiply(Rows x, PackedMatrix w, int index, Rows y) {
        InputForm inputs = w.inputs();
        if (inputs == null) {
            multiply(x, 0, w.depth(), y);
        } else if (codes != null && isOfSignedBytes(codes)) {
            kernels.multiply(whole, codes, y);
            scale(x, w.depth(), w.panel(index).scales(), y);
        } else {
            addUp(x, w.depth(), inputs.exactTerms(), y);
            for (int panel = 0; panel < width / Panels.WIDTH; panel++) {
                scale(x, w.depth(), w.panel(index + panel).scales(), y.from(panel * Panels.WIDTH));
            }
        }
        for (int row = 0; row < y.count(); row++) {
            rounding.round(y.data(), y.at(row), width);
        }
    }

    /** A single row is multiplied with the codes as they are, of two panels together; unpacking pays from two rows on, and for codes of 2 bits. */
    private void open(PackedMatrix w, int index, int rows, boolean isFollowed) {
        codes = rows == 1 ? codes(w.panel(index)) : null;
        CodePanel next = codes != null && isFollowed && !isOfSignedBytes(codes) ? codes(w.panel(index + 1)) : null;
        pair = codes != null && next != null ? new CodePair(codes, next) : null;
        factors = codes == null ? w.panel(index).factors(kernels, scratch(w.depth())) : null;
        width = pair == null ? Panels.WIDTH : 2 * Panels.WIDTH;
    }

    private static @Nullable CodePanel codes(HeldPanel panel) {
        CodePanel codes = panel.codes();
        return codes == null || codes.codes().bits() < FEWEST_BITS ? null : codes;
    }

    private void multiply(Rows x, int from, int length, Rows y) {
        if (factors != null) {
            kernels.multiply(x.from(from), factors.inner(from, length), y);
            return;
        }
        y.clear(width);
        if (pair != null) {
            kernels.accumulate(x, pair, from, length, y);
        } else if (codes != null) {
            kernels.accumulate(x, codes, from, length, y);
        }
    }

    private float[] scratch(int depth) {
        if (unpacked.length < depth * Panels.WIDTH) {
            unpacked = new float[depth * Panels.WIDTH];
        }
        return unpacked;
    }

    /** Sums of products of codes: parts that fp32 holds exactly, added up as whole numbers, which double holds exactly up to 2^53. */
    private void addUp(Rows x, int depth, int exactTerms, Rows y) {
        if (depth <= exactTerms) {
            multiply(x, 0, depth, y);
            return;
        }
        Rows partial = new Rows(part, 0, width, x.count());
        int count = x.count() * width;
        Arrays.fill(sums, 0, count, 0);
        for (int k = 0; k < depth; k += exactTerms) {
            multiply(x, k, Math.min(exactTerms, depth - k), partial);
            for (int i = 0; i < count; i++) {
                sums[i] += part[i];
            }
        }
        for (int row = 0; row < y.count(); row++) {
            for (int n = 0; n < width; n++) {
                y.data()[y.at(row) + n] = (float) sums[row * width + n];
            }
        }
    }

    /** Inputs and weights are whole numbers, whose products 32 bits add up: the same sums as those of fp32 in parts. */
    private boolean isOfSignedBytes(CodePanel codes) {
        return isWhole
                && codes.codes().bits() == Byte.SIZE
                && codes.zeros().length == 1
                && codes.scales().length == 0
                && codes.depth() <= MOST_TERMS;
    }

    /** y = sum * the output's scale * the row's scale, in this order. */
    private static void scale(Rows x, int depth, float @Nullable [] scales, Rows y) {
        for (int row = 0; row < y.count(); row++) {
            float rowScale = x.data()[x.at(row) + depth];
            for (int n = 0; n < Panels.WIDTH; n++) {
                float sum = y.data()[y.at(row) + n];
                y.data()[y.at(row) + n] = (scales == null ? sum : sum * scales[n]) * rowScale;
            }
        }
    }
}
