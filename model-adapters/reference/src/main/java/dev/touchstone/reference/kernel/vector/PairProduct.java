package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Codes.bytes;
import static dev.touchstone.reference.kernel.vector.Codes.floats;
import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;

import dev.touchstone.reference.kernel.CodePair;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;

/**
 * As {@link CodeProduct}, two panels at a time: a sum waits some cycles for the one before, so that the sums of one panel leave the multipliers idle half
 * of the time. For levels only: other codes need so many vectors that two panels are no faster.
 */
final class PairProduct {

    private static final int APART = PackedCodes.ROW;

    private PairProduct() {}

    /** Of codes of 4 bits that stand for levels. */
    static boolean isPossible(CodePair w) {
        float[] levels = w.first().levels();
        return levels.length > 0
                && levels == w.second().levels()
                && w.first().group() == w.second().group();
    }

    static void accumulate(Rows x, CodePair w, int first, int length, Rows y) {
        int last = first + length;
        byte[] codes0 = w.first().codes().data();
        byte[] codes1 = w.second().codes().data();
        IntVector low = Codes.table(w.first().levels(), 0);
        IntVector high = Codes.table(w.first().levels(), LENGTH);
        float[] scales0 = w.first().scales();
        float[] scales1 = w.second().scales();
        float[] a = x.data();
        int a0 = x.offset();
        for (int n = 0; n < APART; n += LENGTH) {
            FloatVector sum00 = floats(y.data(), y.offset() + n);
            FloatVector sum01 = floats(y.data(), y.offset() + n + APART);
            FloatVector sum10 = floats(y.data(), y.offset() + Panels.WIDTH + n);
            FloatVector sum11 = floats(y.data(), y.offset() + Panels.WIDTH + n + APART);
            for (int from = first; from < last; from = w.first().groupEnd(from)) {
                int place = w.first().place(from) + n;
                FloatVector scale00 = floats(scales0, place);
                FloatVector scale01 = floats(scales0, place + APART);
                FloatVector scale10 = floats(scales1, place);
                FloatVector scale11 = floats(scales1, place + APART);
                int end = Math.min(last, w.first().groupEnd(from));
                for (int k = from; k < end; k++) {
                    FloatVector input = FloatVector.broadcast(SPECIES, a[a0 + k]);
                    IntVector row0 = bytes(codes0, k * APART + n);
                    IntVector row1 = bytes(codes1, k * APART + n);
                    sum00 = input.fma(Codes.lowHalves(row0, low, high).mul(scale00), sum00);
                    sum01 = input.fma(Codes.highHalves(row0, low, high).mul(scale01), sum01);
                    sum10 = input.fma(Codes.lowHalves(row1, low, high).mul(scale10), sum10);
                    sum11 = input.fma(Codes.highHalves(row1, low, high).mul(scale11), sum11);
                }
            }
            sum00.intoArray(y.data(), y.offset() + n);
            sum01.intoArray(y.data(), y.offset() + n + APART);
            sum10.intoArray(y.data(), y.offset() + Panels.WIDTH + n);
            sum11.intoArray(y.data(), y.offset() + Panels.WIDTH + n + APART);
        }
    }
}
