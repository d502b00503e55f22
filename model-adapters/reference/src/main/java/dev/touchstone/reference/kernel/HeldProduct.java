package dev.touchstone.reference.kernel;

import dev.touchstone.reference.math.Rounding;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Products with one panel of a packed matrix, whatever form it is held in. The result of a row depends on that row only. For one thread, which
 * the scratch memory belongs to.
 */
final class HeldProduct {

    /** Four codes of 2 bits in a byte are too much for the vector kernels to multiply with directly. */
    private static final int FEWEST_BITS = 4;

    private final Kernels kernels;
    private final Rounding rounding;
    private final Rows part = Rows.allocate(MatrixProduct.ROWS_PER_TASK, Panels.WIDTH);
    private final double[] sums = new double[MatrixProduct.ROWS_PER_TASK * Panels.WIDTH];
    private float[] unpacked = {};
    private @Nullable CodePanel codes;
    private @Nullable Panels factors;

    HeldProduct(Kernels kernels, Rounding rounding) {
        this.kernels = kernels;
        this.rounding = rounding;
    }

    /**
     * Computes the outputs of one panel.
     *
     * @param x rows; of a matrix that wants quantized inputs their codes and, behind these, scales
     * @param y [rows, at least {@link Panels#WIDTH}]
     */
    void multiply(Rows x, PackedMatrix w, int index, Rows y) {
        HeldPanel panel = w.panel(index);
        open(panel, x.count(), w.depth());
        for (int row = 0; row < x.count(); row += MatrixProduct.ROWS_PER_TASK) {
            int rows = Math.min(MatrixProduct.ROWS_PER_TASK, x.count() - row);
            multiply(x.slice(row, rows), w, panel, y.slice(row, rows));
        }
    }

    private void multiply(Rows x, PackedMatrix w, HeldPanel panel, Rows y) {
        InputForm inputs = w.inputs();
        if (inputs == null) {
            multiply(x, 0, w.depth(), y);
        } else {
            addUp(x, w.depth(), inputs.exactTerms(), y);
            scale(x, w.depth(), panel.scales(), y);
        }
        for (int row = 0; row < y.count(); row++) {
            rounding.round(y.data(), y.at(row), Panels.WIDTH);
        }
    }

    /** A single row is multiplied with the codes as they are; unpacking pays from two rows on, and for codes of 2 bits. */
    private void open(HeldPanel panel, int rows, int depth) {
        codes = rows == 1 ? panel.codes() : null;
        codes = codes == null || codes.codes().bits() < FEWEST_BITS ? null : codes;
        factors = codes == null ? panel.factors(kernels, scratch(depth)) : null;
    }

    private void multiply(Rows x, int from, int length, Rows y) {
        if (factors != null) {
            kernels.multiply(x.from(from), factors.inner(from, length), y);
        } else if (codes != null) {
            y.clear(Panels.WIDTH);
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
        Rows partial = part.slice(0, x.count());
        Arrays.fill(sums, 0, x.count() * Panels.WIDTH, 0);
        for (int k = 0; k < depth; k += exactTerms) {
            multiply(x, k, Math.min(exactTerms, depth - k), partial);
            for (int i = 0; i < x.count() * Panels.WIDTH; i++) {
                sums[i] += partial.data()[i];
            }
        }
        for (int row = 0; row < y.count(); row++) {
            for (int n = 0; n < Panels.WIDTH; n++) {
                y.data()[y.at(row) + n] = (float) sums[row * Panels.WIDTH + n];
            }
        }
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
