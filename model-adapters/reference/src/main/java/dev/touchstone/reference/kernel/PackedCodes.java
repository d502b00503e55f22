package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Unsigned codes of 2, 4 or 8 bits for one panel, [depth, outputs], so that codes of neighbouring outputs stand in neighbouring bytes. Of 8 bits each has
 * its byte. Of 4 bits byte n of the 16 of an inner index has output n in its low and output n + 16 in its high half. Of 2 bits the 16 bytes are shared by
 * two inner indexes: from the lowest bits up output n and n + 16 of the even, then of the odd one.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PackedCodes {

    /** Bytes that stand side by side for codes of less than 8 bits: one for two outputs. */
    public static final int ROW = Panels.WIDTH / 2;

    private final int bits;
    private final int depth;
    private final byte[] data;

    /** Room for codes, all 0. */
    public PackedCodes(int bits, int depth) {
        this.bits = bits;
        this.depth = depth;
        int rows = bits == Byte.SIZE ? depth : (depth + indexesOfARow() - 1) / indexesOfARow();
        this.data = new byte[Math.multiplyExact(rows, bits == Byte.SIZE ? Panels.WIDTH : ROW)];
    }

    /** Sets a code that was not set before. */
    public void set(int k, int output, int code) {
        data[byteOf(k, output)] |= (byte) (code << shift(k, output));
    }

    /** One code. */
    public int get(int k, int output) {
        return (data[byteOf(k, output)] & 0xff) >>> shift(k, output) & mask();
    }

    /** Bits of a code. */
    public int bits() {
        return bits;
    }

    /** Length of the inner dimension. */
    public int depth() {
        return depth;
    }

    /** The bytes, shared. */
    public byte[] data() {
        return data;
    }

    /** The largest code. */
    public int mask() {
        return (1 << bits) - 1;
    }

    /** Inner indexes whose codes of less than 8 bits share their bytes. */
    public int indexesOfARow() {
        return Byte.SIZE / (2 * bits);
    }

    private int byteOf(int k, int output) {
        return bits == Byte.SIZE ? k * Panels.WIDTH + output : k / indexesOfARow() * ROW + output % ROW;
    }

    private int shift(int k, int output) {
        return bits == Byte.SIZE ? 0 : (k % indexesOfARow() * 2 + output / ROW) * bits;
    }
}
