package dev.touchstone.reference.tensor;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A type that weights are stored in: how many weights share a block, how many bytes a block takes, and which fp32 each weight stands for.
 *
 * <p>Decoding gives the bits that the Python package {@code gguf} gives: fp16 scales widened to fp32, then one fp32 rounding for each
 * multiplication and each addition (never fused).
 */
@API(status = Status.INTERNAL, since = "0.1")
public enum StoredType {
    F32(1, 4, new F32()),
    F16(1, 2, new F16()),
    BF16(1, 2, new BF16()),
    Q8_0(32, 34, new Q8_0()),
    Q4_0(32, 18, new Q4_0()),
    Q4_1(32, 20, new Q4_1()),
    Q5_0(32, 22, new Q5_0()),
    Q5_1(32, 24, new Q5_1()),
    Q2_K(256, 84, new Q2_K()),
    Q3_K(256, 110, new Q3_K()),
    Q4_K(256, 144, new Q4_K()),
    Q5_K(256, 176, new Q5_K()),
    Q6_K(256, 210, new Q6_K());

    private final int blockWeights;
    private final int blockBytes;
    private final Decoder decoder;

    StoredType(int blockWeights, int blockBytes, Decoder decoder) {
        this.blockWeights = blockWeights;
        this.blockBytes = blockBytes;
        this.decoder = decoder;
    }

    StoredType(int blockWeights, int blockBytes, BlockDecoder decoder) {
        this(blockWeights, blockBytes, oneByOne(blockWeights, blockBytes, decoder));
    }

    private static Decoder oneByOne(int blockWeights, int blockBytes, BlockDecoder decoder) {
        return (stored, weights, into, offset) -> {
            for (int block = 0; block < weights / blockWeights; block++) {
                decoder.decode(stored, block * blockBytes, into, offset + block * blockWeights);
            }
        };
    }

    /** The type of that name, such as {@code Q4_1}, if it can be decoded. */
    public static Optional<StoredType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }

    /** The names of the types among {@code types}, for messages that list the choices. */
    public static String names(StoredType... types) {
        return Arrays.stream(types).map(StoredType::name).collect(Collectors.joining(", "));
    }

    /** Weights in one block, at least 1; a row is whole blocks. */
    public int blockWeights() {
        return blockWeights;
    }

    /** Bytes of one block. */
    public int blockBytes() {
        return blockBytes;
    }

    /** Bytes that {@code weights} weights take; a multiple of {@link #blockWeights}. */
    long bytes(long weights) {
        return weights / blockWeights * blockBytes;
    }

    /**
     * Decodes whole blocks.
     *
     * @param stored blocks from index 0 on
     * @param weights number of weights, a multiple of {@link #blockWeights}
     * @param into fp32, from {@code offset} on
     */
    void decode(byte[] stored, int weights, float[] into, int offset) {
        decoder.decode(stored, weights, into, offset);
    }

    /** The loop of one stored type. Trusts its arguments. */
    interface Decoder {
        void decode(byte[] stored, int weights, float[] into, int offset);
    }

    /** Decodes the block that starts at index {@code at}. Trusts its arguments. */
    interface BlockDecoder {
        void decode(byte[] stored, int at, float[] into, int offset);
    }
}
