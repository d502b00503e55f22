package dev.touchstone.reference.quantization;

import dev.touchstone.reference.tensor.Tensor;

/** Which weights of a matrix become 0. */
interface Pruning {

    /** The matrix as it is, whose zeros were made before. */
    Pruning NONE = tensor -> tensor;

    /** The matrix with more zeros. */
    Tensor prune(Tensor tensor);
}
