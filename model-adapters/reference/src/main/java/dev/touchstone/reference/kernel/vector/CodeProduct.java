package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Codes.bytes;
import static dev.touchstone.reference.kernel.vector.Codes.floats;
import static dev.touchstone.reference.kernel.vector.Codes.raised;
import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * One row of activations times a panel of codes that is not unpacked: as {@link Unpacking}, but a factor goes from its register into a fused multiply-add,
 * so that memory gives a byte or less for a weight instead of four.
 */
final class CodeProduct {

    private static final int APART = PackedCodes.ROW;

    private CodeProduct() {}

    /** Of codes of 4 or 8 bits. */
    static void accumulate(Rows x, CodePanel w, int from, int length, Rows y) {
        if (w.levels().length > 0) {
            levels(x, w, from, from + length, y);
        } else if (w.codes().bits() == Byte.SIZE) {
            wholeBytes(x, w, from, from + length, y);
        } else {
            halvesOfBytes(x, w, from, from + length, y);
        }
    }

    private static void wholeBytes(Rows x, CodePanel w, int first, int last, Rows y) {
        byte[] codes = w.codes().data();
        float[] zeros = Codes.raisedZeros(w, 0);
        float[] scales = Codes.loweredScales(w, 0);
        IntVector mask = Codes.mask(w.codes(), 0, 0);
        IntVector exponent = Codes.exponent();
        float[] a = x.data();
        int a0 = x.offset();
        for (int n = 0; n < APART; n += LENGTH) {
            FloatVector sum0 = floats(y.data(), y.offset() + n);
            FloatVector sum1 = floats(y.data(), y.offset() + n + APART);
            for (int from = first; from < last; from = w.groupEnd(from)) {
                FloatVector zero0 = floats(zeros, w.place(from) + n);
                FloatVector zero1 = floats(zeros, w.place(from) + n + APART);
                FloatVector scale0 = floats(scales, w.place(from) + n);
                FloatVector scale1 = floats(scales, w.place(from) + n + APART);
                int end = Math.min(last, w.groupEnd(from));
                for (int k = from; k < end; k++) {
                    int at = k * Panels.WIDTH + n;
                    FloatVector input = FloatVector.broadcast(SPECIES, a[a0 + k]);
                    FloatVector factor0 =
                            raised(bytes(codes, at), mask, exponent).sub(zero0).mul(scale0);
                    FloatVector factor1 = raised(bytes(codes, at + APART), mask, exponent)
                            .sub(zero1)
                            .mul(scale1);
                    sum0 = input.fma(factor0, sum0);
                    sum1 = input.fma(factor1, sum1);
                }
            }
            sum0.intoArray(y.data(), y.offset() + n);
            sum1.intoArray(y.data(), y.offset() + n + APART);
        }
    }

    private static void halvesOfBytes(Rows x, CodePanel w, int first, int last, Rows y) {
        byte[] codes = w.codes().data();
        float[] zeros = Codes.raisedZeros(w, 0);
        float[] scales = Codes.loweredScales(w, 0);
        IntVector mask0 = Codes.mask(w.codes(), 0, 0);
        IntVector mask1 = Codes.mask(w.codes(), 0, APART);
        IntVector exponent = Codes.exponent();
        float[] a = x.data();
        int a0 = x.offset();
        for (int n = 0; n < APART; n += LENGTH) {
            FloatVector sum0 = floats(y.data(), y.offset() + n);
            FloatVector sum1 = floats(y.data(), y.offset() + n + APART);
            for (int from = first; from < last; from = w.groupEnd(from)) {
                FloatVector zero0 = floats(zeros, w.place(from) + n);
                FloatVector zero1 = floats(zeros, w.place(from) + n + APART);
                FloatVector scale0 = floats(scales, w.place(from) + n);
                FloatVector scale1 = floats(scales, w.place(from) + n + APART);
                int end = Math.min(last, w.groupEnd(from));
                for (int k = from; k < end; k++) {
                    IntVector row = bytes(codes, k * APART + n);
                    FloatVector input = FloatVector.broadcast(SPECIES, a[a0 + k]);
                    sum0 = input.fma(raised(row, mask0, exponent).sub(zero0).mul(scale0), sum0);
                    sum1 = input.fma(raised(row, mask1, exponent).sub(zero1).mul(scale1), sum1);
                }
            }
            sum0.intoArray(y.data(), y.offset() + n);
            sum1.intoArray(y.data(), y.offset() + n + APART);
        }
    }

    private static void levels(Rows x, CodePanel w, int first, int last, Rows y) {
        byte[] codes = w.codes().data();
        float[] scales = w.scales();
        IntVector low = Codes.table(w.levels(), 0);
        IntVector high = Codes.table(w.levels(), LENGTH);
        float[] a = x.data();
        int a0 = x.offset();
        for (int n = 0; n < APART; n += LENGTH) {
            FloatVector sum0 = floats(y.data(), y.offset() + n);
            FloatVector sum1 = floats(y.data(), y.offset() + n + APART);
            for (int from = first; from < last; from = w.groupEnd(from)) {
                FloatVector scale0 = floats(scales, w.place(from) + n);
                FloatVector scale1 = floats(scales, w.place(from) + n + APART);
                int end = Math.min(last, w.groupEnd(from));
                for (int k = from; k < end; k++) {
                    IntVector row = bytes(codes, k * APART + n);
                    FloatVector input = FloatVector.broadcast(SPECIES, a[a0 + k]);
                    sum0 = input.fma(Codes.lowHalves(row, low, high).mul(scale0), sum0);
                    sum1 = input.fma(Codes.highHalves(row, low, high).mul(scale1), sum1);
                }
            }
            sum0.intoArray(y.data(), y.offset() + n);
            sum1.intoArray(y.data(), y.offset() + n + APART);
        }
    }
}
