package dev.touchstone.reference.quantization;

/** The scales of one panel's blocks. */
interface BlockScales {

    /** The scale of a block of an output. */
    float of(int block, int output);

    /** Bytes that they take. */
    long bytes();
}
