package dev.touchstone.reference.llama;

import dev.touchstone.reference.tensor.LlamaConfig;

/** The shape of an untrained model that stands for another: its own, unless that takes too much memory. */
final class UntrainedShape {

    /** 256 MiB of packed weights: a second to draw, and little beside the model that is there already. */
    private static final long MOST_BYTES = 1L << 28;

    private UntrainedShape() {}

    /** Fewer layers first, then half the width and inner layer, again and again; the vocabulary stays. */
    static LlamaConfig of(LlamaConfig config) {
        LlamaConfig shape = config;
        while (HeapCheck.bytes(shape) > MOST_BYTES && shape.layers() > 1) {
            shape = of(shape, shape.layers() - 1, 1);
        }
        while (HeapCheck.bytes(shape) > MOST_BYTES && shape.width() > 1) {
            shape = of(shape, 1, 2);
        }
        return shape;
    }

    private static LlamaConfig of(LlamaConfig own, int layers, int divisor) {
        return new LlamaConfig(
                layers,
                own.width() / divisor,
                own.heads(),
                own.keyValueHeads(),
                own.headSize(),
                Math.max(1, own.feedForward() / divisor),
                own.vocabulary(),
                own.contextLength(),
                own.rmsEpsilon(),
                own.rope(),
                own.tiedEmbeddings(),
                own.experts());
    }
}
