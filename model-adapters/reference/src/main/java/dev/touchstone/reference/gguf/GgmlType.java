package dev.touchstone.reference.gguf;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every tensor type that ggml has or had ({@code enum ggml_type} in ggml.h), so that a file's directory can be read, and a type that can't be
 * decoded is refused by its name. Sizes after {@code GGML_QUANT_SIZES} of the Python package gguf 0.19.0.
 */
enum GgmlType {
    F32(0, 1, 4),
    F16(1, 1, 2),
    Q4_0(2, 32, 18),
    Q4_1(3, 32, 20),
    Q4_2(4),
    Q4_3(5),
    Q5_0(6, 32, 22),
    Q5_1(7, 32, 24),
    Q8_0(8, 32, 34),
    Q8_1(9, 32, 40),
    Q2_K(10, 256, 84),
    Q3_K(11, 256, 110),
    Q4_K(12, 256, 144),
    Q5_K(13, 256, 176),
    Q6_K(14, 256, 210),
    Q8_K(15, 256, 292),
    IQ2_XXS(16, 256, 66),
    IQ2_XS(17, 256, 74),
    IQ3_XXS(18, 256, 98),
    IQ1_S(19, 256, 50),
    IQ4_NL(20, 32, 18),
    IQ3_S(21, 256, 110),
    IQ2_S(22, 256, 82),
    IQ4_XS(23, 256, 136),
    I8(24, 1, 1),
    I16(25, 1, 2),
    I32(26, 1, 4),
    I64(27, 1, 8),
    F64(28, 1, 8),
    IQ1_M(29, 256, 56),
    BF16(30, 1, 2),
    Q4_0_4_4(31),
    Q4_0_4_8(32),
    Q4_0_8_8(33),
    TQ1_0(34, 256, 54),
    TQ2_0(35, 256, 66),
    IQ4_NL_4_4(36),
    IQ4_NL_4_8(37),
    IQ4_NL_8_8(38),
    MXFP4(39, 32, 17),
    NVFP4(40, 64, 36),
    Q1_0(41, 128, 18);

    private final int id;
    private final int blockWeights;
    private final int blockBytes;

    GgmlType(int id, int blockWeights, int blockBytes) {
        this.id = id;
        this.blockWeights = blockWeights;
        this.blockBytes = blockBytes;
    }

    /** A type that ggml has removed; its blocks' size is no longer defined. */
    GgmlType(int id) {
        this(id, 0, 0);
    }

    /** The type of that number in the file, if ggml has or had it. */
    static Optional<GgmlType> withId(int id) {
        return Arrays.stream(values()).filter(type -> type.id == id).findFirst();
    }

    /** The number in the file. */
    int id() {
        return id;
    }

    boolean isRemoved() {
        return blockWeights == 0;
    }

    int blockWeights() {
        return blockWeights;
    }

    int blockBytes() {
        return blockBytes;
    }
}
