package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;

/**
 * The weights of a model, ready to compute with.
 *
 * @param embedding [vocabulary, width], read row by row
 * @param layers the blocks, in order
 * @param outputNorm gain [width]
 * @param output width to vocabulary
 * @param parameters number of weights, tied ones counted once
 * @param multiplied number of weights in the matrices that each token is multiplied with
 * @param bytes that the weights take in the form that they are computed with, tied ones counted once
 */
record LlamaWeights(
        Tensor embedding,
        List<LayerWeights> layers,
        float[] outputNorm,
        PackedMatrix output,
        long parameters,
        long multiplied,
        long bytes) {}
