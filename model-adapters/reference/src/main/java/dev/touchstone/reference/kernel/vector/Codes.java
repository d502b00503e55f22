package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;
import static jdk.incubator.vector.VectorOperators.B2I;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHR;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.Panels;
import java.util.Arrays;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Vectors of codes on their way to factors. A code that stands {@code shift} bits up in its byte is a number 2^shift times as large. Such a number goes into
 * the fraction of 2^23, which makes a float of it; less 2^23 and the zero point, times the scale, all with the same shift, it is the factor. Each
 * step but the last is exact, as long as the smallest scale is far from being denormal.
 *
 * <p>What is the same for a group is prepared with plain loops: the compiler has room for few vector operations in a method and what it inlines there.
 */
final class Codes {

    /** A scale from here on can be divided by 2^6 without loss. */
    private static final float SMALLEST_SCALE = 0x1p-119f;

    /** 2^23: the last bit of its fraction stands for 1. */
    private static final float ONE_IS_LAST_BIT = 0x1p23f;

    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LENGTH * Byte.SIZE)));

    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());

    private Codes() {}

    /** Not with vectors of 128 bits, as there are none of bytes that have as many as these have floats; nor with tiny scales. */
    static boolean isPossible(CodePanel w) {
        return LENGTH >= 8 && w.leastScale() >= SMALLEST_SCALE;
    }

    /** How far up the codes of an output stand in their bytes; {@code k} is any inner index with the same place in its row of bytes. */
    static int shift(PackedCodes codes, int k, int output) {
        int bits = codes.bits();
        return bits == Byte.SIZE ? 0 : (k % codes.indexesOfARow() * 2 + output / PackedCodes.ROW) * bits;
    }

    /** 2^23 + zero * 2^shift [groups, outputs]; {@code k} as for {@link #shift}. */
    static float[] raisedZeros(CodePanel w, int k) {
        float[] raised = new float[w.groups() * Panels.WIDTH];
        byte[] zeros = w.zeros();
        for (int from = 0; from < raised.length; from += PackedCodes.ROW) {
            int shift = shift(w.codes(), k, from % Panels.WIDTH);
            if (zeros.length == 1) {
                Arrays.fill(raised, from, from + PackedCodes.ROW, ONE_IS_LAST_BIT + ((zeros[0] & 0xff) << shift));
            } else {
                raise(zeros, shift, from, raised);
            }
        }
        return raised;
    }

    private static void raise(byte[] zeros, int shift, int from, float[] raised) {
        for (int place = from; place < from + PackedCodes.ROW; place++) {
            raised[place] = ONE_IS_LAST_BIT + ((zeros[place] & 0xff) << shift);
        }
    }

    /** scale / 2^shift [groups, outputs], of scales that are 1 where there are none; {@code k} as for {@link #shift}. */
    static float[] loweredScales(CodePanel w, int k) {
        float[] lowered = new float[w.groups() * Panels.WIDTH];
        for (int from = 0; from < lowered.length; from += PackedCodes.ROW) {
            float factor = 1f / (1 << shift(w.codes(), k, from % Panels.WIDTH));
            if (w.scales().length == 0) {
                Arrays.fill(lowered, from, from + PackedCodes.ROW, factor);
            } else {
                lower(w.scales(), factor, from, lowered);
            }
        }
        return lowered;
    }

    private static void lower(float[] scales, float factor, int from, float[] lowered) {
        for (int place = from; place < from + PackedCodes.ROW; place++) {
            lowered[place] = scales[place] * factor;
        }
    }

    /** Bytes as whole numbers, of which only the lowest eight bits count. Java 17's zero extension fails in the interpreter. */
    static IntVector bytes(byte[] data, int at) {
        return (IntVector) ByteVector.fromArray(BYTES, data, at).convertShape(B2I, INTS, 0);
    }

    /** Selects an output's codes; {@code k} as for {@link #shift}. */
    static IntVector mask(PackedCodes codes, int k, int output) {
        return IntVector.broadcast(INTS, codes.mask() << shift(codes, k, output));
    }

    /** The bits of 2^23. */
    static IntVector exponent() {
        return IntVector.broadcast(INTS, Float.floatToRawIntBits(ONE_IS_LAST_BIT));
    }

    /** 2^23 + code * 2^shift. */
    static FloatVector raised(IntVector row, IntVector mask, IntVector exponent) {
        return row.and(mask).or(exponent).reinterpretAsFloats();
    }

    static FloatVector floats(float[] data, int at) {
        return FloatVector.fromArray(SPECIES, data, at);
    }

    /** The first or the second half of 16 levels where a vector holds 8; all of them where it holds 16. */
    static IntVector table(float[] levels, int from) {
        return floats(levels, LENGTH == 16 ? 0 : from).reinterpretAsInts();
    }

    /** The levels of codes in the low halves of bytes. */
    static FloatVector lowHalves(IntVector row, IntVector low, IntVector high) {
        return levels(row.and(15), low, high);
    }

    /** The levels of codes in the high halves of bytes. */
    static FloatVector highHalves(IntVector row, IntVector low, IntVector high) {
        return levels(row.lanewise(LSHR, 4).and(15), low, high);
    }

    private static FloatVector levels(IntVector codes, IntVector low, IntVector high) {
        if (LENGTH == 16) {
            return codes.selectFrom(low).reinterpretAsFloats();
        }
        IntVector inHalf = codes.and(7);
        return inHalf.selectFrom(low)
                .blend(inHalf.selectFrom(high), codes.compare(GT, 7))
                .reinterpretAsFloats();
    }
}
