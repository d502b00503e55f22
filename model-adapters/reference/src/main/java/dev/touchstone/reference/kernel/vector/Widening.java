package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;
import static jdk.incubator.vector.VectorOperators.B2I;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.S2I;

import dev.touchstone.reference.math.Float8;
import dev.touchstone.reference.math.Rounding;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Narrow floats as fp32. Exponent and fraction move to where fp32 has them; a product with a power of two makes up for the other bias, exactly, also of
 * denormal numbers. There are no infinities and NaNs among weights that were accepted. Lengths are whole vectors, as panels are.
 */
final class Widening {

    /** With 128 bits there is no vector of bytes that has as many as floats. */
    static final boolean HAS_BYTES = LENGTH >= 8;

    private static final int FP32_FRACTION = 23;
    private static final int FP32_BIAS = 127;
    private static final int FP16_FRACTION = 10;
    private static final int FP16_BIAS = 15;

    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, SPECIES.vectorShape());
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Math.max(64, LENGTH * Byte.SIZE)));
    private static final VectorSpecies<Short> SHORTS =
            VectorSpecies.of(short.class, VectorShape.forBitSize(LENGTH * Short.SIZE));

    private Widening() {}

    static void shorts(short[] numbers, Rounding type, float[] into) {
        if (type == Rounding.BF16) {
            bfloats(numbers, into);
        } else {
            halves(numbers, into);
        }
    }

    private static void bfloats(short[] numbers, float[] into) {
        for (int i = 0; i < numbers.length; i += LENGTH) {
            shorts(numbers, i).lanewise(LSHL, Short.SIZE).reinterpretAsFloats().intoArray(into, i);
        }
    }

    private static void halves(short[] numbers, float[] into) {
        IntVector sign = IntVector.broadcast(INTS, 1 << 15);
        IntVector rest = IntVector.broadcast(INTS, (1 << 15) - 1);
        FloatVector bias = FloatVector.broadcast(SPECIES, Math.scalb(1f, FP32_BIAS - FP16_BIAS));
        for (int i = 0; i < numbers.length; i += LENGTH) {
            IntVector bits = shorts(numbers, i);
            IntVector magnitude = bits.and(rest).lanewise(LSHL, FP32_FRACTION - FP16_FRACTION);
            IntVector signs = bits.and(sign).lanewise(LSHL, 16);
            magnitude.or(signs).reinterpretAsFloats().mul(bias).intoArray(into, i);
        }
    }

    static void bytes(byte[] numbers, Float8 type, float[] into) {
        IntVector sign = IntVector.broadcast(INTS, 1 << 7);
        IntVector rest = IntVector.broadcast(INTS, (1 << 7) - 1);
        FloatVector bias = FloatVector.broadcast(SPECIES, Math.scalb(1f, FP32_BIAS - type.bias()));
        int shift = FP32_FRACTION - type.fractionBits();
        for (int i = 0; i < numbers.length; i += LENGTH) {
            IntVector bits = (IntVector) ByteVector.fromArray(BYTES, numbers, i).convertShape(B2I, INTS, 0);
            IntVector magnitude = bits.and(rest).lanewise(LSHL, shift);
            IntVector signs = bits.and(sign).lanewise(LSHL, 24);
            magnitude.or(signs).reinterpretAsFloats().mul(bias).intoArray(into, i);
        }
    }

    private static IntVector shorts(short[] numbers, int at) {
        return (IntVector) ShortVector.fromArray(SHORTS, numbers, at).convertShape(S2I, INTS, 0);
    }
}
