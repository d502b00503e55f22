package dev.touchstone.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;

/**
 * A batch in PyTorch's memory.
 *
 * @param rows B
 * @param length T
 * @param tokens [N]
 * @param cosines of each position [B, T, 1, D]
 * @param sines of each position, negative in the first half [B, T, 1, D]
 * @param mask [B, 1, T, T]
 * @param scored [S]
 */
record StepArrays(int rows, int length, NDArray tokens, NDArray cosines, NDArray sines, NDArray mask, NDArray scored) {

    static StepArrays of(Batch batch, RotaryTable rotations, NDManager step) {
        NDArray positions = step.create(batch.positions());
        return new StepArrays(
                batch.rows(),
                batch.length(),
                step.create(batch.tokens()),
                atPositions(rotations.cosines(), positions, batch),
                atPositions(rotations.sines(), positions, batch),
                step.create(batch.mask(), new Shape(batch.rows(), 1, batch.length(), batch.length())),
                step.create(batch.scored()));
    }

    private static NDArray atPositions(NDArray table, NDArray positions, Batch batch) {
        return Embedding.embedding(positions, table, SparseFormat.DENSE)
                .singletonOrThrow()
                .reshape(batch.rows(), batch.length(), 1, table.getShape().get(1));
    }
}
