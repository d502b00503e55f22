package dev.touchstone.reference.testing;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Encodes fp32 values as the stored types do, after ggml's reference quantizers ({@code quantize_row_q8_0_ref} and so on). The values' number
 * must be a multiple of the type's block.
 */
public final class StoredBytes {

    private static final int BLOCK = 32;

    private StoredBytes() {}

    /** The bytes of {@code values} stored as {@code type}: F32, F16, BF16, Q8_0, Q4_0 or Q4_1. */
    public static byte[] encode(String type, float[] values) {
        ByteBuffer bytes = ByteBuffer.allocate(size(type, values.length)).order(ByteOrder.LITTLE_ENDIAN);
        int step = isBlocked(type) ? BLOCK : 1;
        for (int at = 0; at < values.length; at += step) {
            encode(type, values, at, bytes);
        }
        return bytes.array();
    }

    /** Bytes that {@code count} weights take. */
    static int size(String type, int count) {
        return switch (type) {
            case "F32" -> count * 4;
            case "F16", "BF16" -> count * 2;
            case "Q8_0" -> count / BLOCK * 34;
            case "Q4_0" -> count / BLOCK * 18;
            case "Q4_1" -> count / BLOCK * 20;
            default -> throw new IllegalArgumentException("no encoder for " + type);
        };
    }

    private static boolean isBlocked(String type) {
        return type.startsWith("Q");
    }

    private static void encode(String type, float[] values, int at, ByteBuffer into) {
        switch (type) {
            case "F32" -> into.putFloat(values[at]);
            case "F16" -> into.putShort(half(values[at]));
            case "BF16" -> into.putShort(bfloat16(values[at]));
            case "Q8_0" -> q8(values, at, into);
            case "Q4_0" -> q4Symmetric(values, at, into);
            case "Q4_1" -> q4Affine(values, at, into);
            default -> throw new IllegalArgumentException("no encoder for " + type);
        }
    }

    private static void q8(float[] values, int at, ByteBuffer into) {
        float most = 0;
        for (int i = 0; i < BLOCK; i++) {
            most = Math.max(most, Math.abs(values[at + i]));
        }
        float scale = most / 127;
        into.putShort(half(scale));
        for (int i = 0; i < BLOCK; i++) {
            into.put((byte) Math.round(values[at + i] * inverse(scale)));
        }
    }

    private static void q4Symmetric(float[] values, int at, ByteBuffer into) {
        float extreme = 0;
        for (int i = 0; i < BLOCK; i++) {
            extreme = Math.abs(values[at + i]) > Math.abs(extreme) ? values[at + i] : extreme;
        }
        float scale = extreme / -8;
        into.putShort(half(scale));
        putNibbles(values, at, -8 * scale, scale, into);
    }

    private static void q4Affine(float[] values, int at, ByteBuffer into) {
        float least = values[at];
        float most = values[at];
        for (int i = 0; i < BLOCK; i++) {
            least = Math.min(least, values[at + i]);
            most = Math.max(most, values[at + i]);
        }
        float scale = (most - least) / 15;
        into.putShort(half(scale)).putShort(half(least));
        putNibbles(values, at, least, scale, into);
    }

    /** The low halves of the 16 bytes hold weights 0 to 15, the high halves 16 to 31. */
    private static void putNibbles(float[] values, int at, float least, float scale, ByteBuffer into) {
        for (int i = 0; i < BLOCK / 2; i++) {
            int low = nibble(values[at + i] - least, scale);
            int high = nibble(values[at + i + BLOCK / 2] - least, scale);
            into.put((byte) (low | high << 4));
        }
    }

    private static int nibble(float above, float scale) {
        return Math.max(0, Math.min(15, (int) (above * inverse(scale) + 0.5f)));
    }

    private static float inverse(float scale) {
        return scale == 0 ? 0 : 1 / scale;
    }

    /** Rounds to bfloat16, ties to even. The value is finite. */
    static short bfloat16(float value) {
        int bits = Float.floatToRawIntBits(value);
        return (short) ((bits + 0x7fff + (bits >>> 16 & 1)) >>> 16);
    }

    /** Rounds to IEEE binary16, ties to even. The value is finite. */
    static short half(float value) {
        int sign = Float.floatToRawIntBits(value) >>> 16 & 0x8000;
        // Numbers below 2^-14 share the step 2^-24; above, the step is 2^-10 of the power of two below the number.
        int exponent = Math.max(Math.getExponent(value), -14);
        double steps = Math.rint(Math.abs((double) value) * Math.scalb(1.0, 10 - exponent));
        int bits = (int) steps + (exponent + 14 << 10);
        return (short) (sign | Math.min(bits, 0x7c00));
    }
}
