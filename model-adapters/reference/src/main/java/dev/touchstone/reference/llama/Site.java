package dev.touchstone.reference.llama;

/** Inputs of layers: where a calibration looks. */
enum Site {
    QUERY_KEY_VALUE,
    ATTENTION_OUTPUT,
    GATE_UP,
    DOWN,
    /** The last norm's result; the block before it has the number of all blocks. */
    OUTPUT
}
