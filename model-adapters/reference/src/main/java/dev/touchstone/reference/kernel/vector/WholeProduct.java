package dev.touchstone.reference.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;
import static jdk.incubator.vector.VectorOperators.B2S;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.XOR;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import jdk.incubator.vector.ByteVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * Whole numbers of 8 bits, twice as many in a vector as fp32 has. A code with its highest bit turned is code - 128 as a signed byte; products with inputs up to
 * 127 are at most 16256, so that two of them add up in 16 bits. Such sums of neighbouring outputs share 32 bits and are parted by shifts.
 */
final class WholeProduct {

    private static final VectorSpecies<Short> SHORTS = VectorSpecies.of(short.class, Width.SPECIES.vectorShape());
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, Width.SPECIES.vectorShape());
    private static final VectorSpecies<Byte> BYTES =
            VectorSpecies.of(byte.class, VectorShape.forBitSize(Width.SPECIES.vectorBitSize() / 2));

    private static final int LENGTH = SHORTS.length();
    private static final int TURNED = 128;

    private WholeProduct() {}

    static void multiply(short[] x, CodePanel w, Rows y) {
        int[] sums = new int[Panels.WIDTH];
        for (int n = 0; n < Panels.WIDTH; n += LENGTH) {
            addUp(x, w, n, sums);
        }
        int rest = rest(x, w);
        for (int n = 0; n < Panels.WIDTH; n += LENGTH) {
            part(sums, n, rest, y);
        }
    }

    /** What a zero point other than 128 makes of all sums. */
    private static int rest(short[] x, CodePanel w) {
        int difference = TURNED - (w.zeros()[0] & 0xff);
        int sum = 0;
        for (int k = 0; difference != 0 && k < w.depth(); k++) {
            sum += x[k];
        }
        return difference * sum;
    }

    /** Of a vector's sums those of even outputs come first. */
    private static void part(int[] sums, int n, int rest, Rows y) {
        for (int i = 0; i < LENGTH / 2; i++) {
            y.data()[y.offset() + n + 2 * i] = sums[n + i] + rest;
            y.data()[y.offset() + n + 2 * i + 1] = sums[n + LENGTH / 2 + i] + rest;
        }
    }

    private static void addUp(short[] x, CodePanel w, int n, int[] sums) {
        byte[] codes = w.codes().data();
        int depth = w.depth();
        IntVector even = IntVector.zero(INTS);
        IntVector odd = IntVector.zero(INTS);
        int k = 0;
        for (; k + 1 < depth; k += 2) {
            ShortVector two = numbers(codes, k * Panels.WIDTH + n)
                    .mul(x[k])
                    .add(numbers(codes, (k + 1) * Panels.WIDTH + n).mul(x[k + 1]));
            IntVector both = two.reinterpretAsInts();
            odd = odd.add(both.lanewise(ASHR, Short.SIZE));
            even = even.add(both.lanewise(LSHL, Short.SIZE).lanewise(ASHR, Short.SIZE));
        }
        if (k < depth) {
            IntVector both = numbers(codes, k * Panels.WIDTH + n).mul(x[k]).reinterpretAsInts();
            odd = odd.add(both.lanewise(ASHR, Short.SIZE));
            even = even.add(both.lanewise(LSHL, Short.SIZE).lanewise(ASHR, Short.SIZE));
        }
        even.intoArray(sums, n);
        odd.intoArray(sums, n + LENGTH / 2);
    }

    private static ShortVector numbers(byte[] codes, int at) {
        return (ShortVector) ByteVector.fromArray(BYTES, codes, at)
                .lanewise(XOR, (byte) TURNED)
                .convertShape(B2S, SHORTS, 0);
    }
}
