package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Codes.bytes;
import static dev.touchstone.reference.kernel.vector.Codes.floats;
import static dev.touchstone.reference.kernel.vector.Codes.raised;
import static dev.touchstone.reference.kernel.vector.Width.LENGTH;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.Panels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * Codes into factors, group by group, of the outputs n and n + 16 together, whose codes are neighbours or share a byte. The factors are those of
 * {@link CodePanel#factor}; see {@link Codes} for how. There is a loop for each kind because the compiler keeps vectors in registers only where it sees no
 * choice.
 */
final class Unpacking {

    private static final int APART = PackedCodes.ROW;

    private Unpacking() {}

    static void unpack(CodePanel w, float[] into) {
        if (w.levels().length > 0) {
            levels(w, into);
        } else if (w.codes().bits() == Byte.SIZE) {
            wholeBytes(w, into);
        } else {
            for (int k = 0; k < w.codes().indexesOfARow(); k++) {
                partsOfBytes(w, k, into);
            }
        }
    }

    private static void wholeBytes(CodePanel w, float[] into) {
        byte[] codes = w.codes().data();
        float[] zeros = Codes.raisedZeros(w, 0);
        float[] scales = Codes.loweredScales(w, 0);
        IntVector mask = Codes.mask(w.codes(), 0, 0);
        IntVector exponent = Codes.exponent();
        for (int from = 0; from < w.depth(); from = w.groupEnd(from)) {
            int end = w.groupEnd(from);
            for (int n = 0; n < Panels.WIDTH; n += LENGTH) {
                FloatVector zero = floats(zeros, w.place(from) + n);
                FloatVector scale = floats(scales, w.place(from) + n);
                for (int at = from * Panels.WIDTH + n; at < end * Panels.WIDTH; at += Panels.WIDTH) {
                    raised(bytes(codes, at), mask, exponent)
                            .sub(zero)
                            .mul(scale)
                            .intoArray(into, at);
                }
            }
        }
    }

    /** The inner indexes {@code first}, {@code first + step} and so on, whose codes have the same bits of their bytes. */
    private static void partsOfBytes(CodePanel w, int first, float[] into) {
        byte[] codes = w.codes().data();
        int step = w.codes().indexesOfARow();
        float[] zeros = Codes.raisedZeros(w, first);
        float[] scales = Codes.loweredScales(w, first);
        IntVector mask0 = Codes.mask(w.codes(), first, 0);
        IntVector mask1 = Codes.mask(w.codes(), first, APART);
        IntVector exponent = Codes.exponent();
        for (int from = 0; from < w.depth(); from = w.groupEnd(from)) {
            int end = w.groupEnd(from);
            for (int n = 0; n < APART; n += LENGTH) {
                FloatVector zero0 = floats(zeros, w.place(from) + n);
                FloatVector zero1 = floats(zeros, w.place(from) + n + APART);
                FloatVector scale0 = floats(scales, w.place(from) + n);
                FloatVector scale1 = floats(scales, w.place(from) + n + APART);
                int code = from / step * APART + n;
                for (int k = from + first; k < end; k += step) {
                    IntVector row = bytes(codes, code);
                    code += APART;
                    int at = k * Panels.WIDTH + n;
                    raised(row, mask0, exponent).sub(zero0).mul(scale0).intoArray(into, at);
                    raised(row, mask1, exponent).sub(zero1).mul(scale1).intoArray(into, at + APART);
                }
            }
        }
    }

    private static void levels(CodePanel w, float[] into) {
        byte[] codes = w.codes().data();
        float[] scales = w.scales();
        IntVector low = Codes.table(w.levels(), 0);
        IntVector high = Codes.table(w.levels(), LENGTH);
        for (int from = 0; from < w.depth(); from = w.groupEnd(from)) {
            int end = w.groupEnd(from);
            for (int n = 0; n < APART; n += LENGTH) {
                FloatVector scale0 = floats(scales, w.place(from) + n);
                FloatVector scale1 = floats(scales, w.place(from) + n + APART);
                for (int k = from; k < end; k++) {
                    IntVector row = bytes(codes, k * APART + n);
                    int at = k * Panels.WIDTH + n;
                    Codes.lowHalves(row, low, high).mul(scale0).intoArray(into, at);
                    Codes.highHalves(row, low, high).mul(scale1).intoArray(into, at + APART);
                }
            }
        }
    }
}
