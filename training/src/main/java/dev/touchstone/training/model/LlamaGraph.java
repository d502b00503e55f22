package dev.touchstone.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.ndarray.types.SparseFormat;
import ai.djl.nn.core.Embedding;
import ai.djl.nn.core.Linear;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The forward pass in operations that PyTorch can differentiate. Letters as in {@link ModelShape} and {@link Batch}; R = H / G.
 *
 * <p>All arrays of a pass belong to the manager it was given; closing that frees them.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LlamaGraph {

    private final ModelShape shape;
    private final Parameters parameters;
    private final RotaryTable rotations;
    /** An array that stays: of a number DJL makes one that it frees at once, though the backward pass will read it. */
    private final NDArray inverseRoot;

    /**
     * The graph of a model.
     *
     * @param manager keeps what all passes share
     */
    public LlamaGraph(Parameters parameters, NDManager manager) {
        this.shape = parameters.shape();
        this.parameters = parameters;
        this.rotations = RotaryTable.create(shape, manager);
        this.inverseRoot = manager.create(-0.5f);
    }

    /** The logits after the scored positions [S, V]. */
    public NDArray logits(Batch batch, NDManager step) {
        StepArrays arrays = StepArrays.of(batch, rotations, step);
        LayerMatrices matrices = LayerMatrices.of(parameters, step);
        NDArray hidden = lookUp(arrays.tokens(), parameters.of(Group.EMBEDDING));
        for (int layer = 0; layer < shape.layers(); layer++) {
            hidden = hidden.add(attention(norm(hidden), matrices, layer, arrays));
            hidden = hidden.add(feedForward(norm(hidden), matrices, layer));
        }
        NDArray last = norm(lookUp(arrays.scored(), hidden)).mul(matrices.finalGain());
        return linear(last, parameters.of(Group.EMBEDDING));
    }

    /**
     * The loss of each scored position, -ln of the probability of its target [S].
     *
     * @param logits [S, V]
     */
    public NDArray losses(NDArray logits, Batch batch, NDManager step) {
        NDArray targets = step.create(batch.targets(), new Shape(batch.targets().length, 1));
        return logits.logSoftmax(1)
                .gather(targets.toType(ai.djl.ndarray.types.DataType.INT64, false), 1)
                .reshape(-1)
                .neg();
    }

    /** RMSNorm without its gain, which {@link LayerMatrices} multiplies into the matrix that follows. */
    private NDArray norm(NDArray hidden) {
        NDArray meanSquare = hidden.square().mean(new int[] {1}, true);
        return hidden.mul(meanSquare.add(shape.rmsEpsilon()).pow(inverseRoot));
    }

    private NDArray attention(NDArray normed, LayerMatrices matrices, int layer, StepArrays arrays) {
        int heads = shape.heads();
        int groups = shape.keyValueHeads();
        int size = shape.headSize();
        long rows = arrays.rows();
        long length = arrays.length();
        NDArray projected =
                linear(normed, matrices.queryKeyValue(layer)).reshape(rows, length, heads + 2L * groups, size);
        NDList rotatedAndValue = projected.split(new long[] {heads + groups}, 2);
        NDArray rotated = rotate(rotatedAndValue.get(0), arrays);
        NDList queryAndKey = rotated.split(new long[] {heads}, 2);
        NDArray query = perGroup(queryAndKey.get(0), arrays);
        NDArray key = queryAndKey.get(1).transpose(0, 2, 3, 1).reshape(rows * groups, size, length);
        NDArray value = rotatedAndValue.get(1).transpose(0, 2, 1, 3).reshape(rows * groups, length, size);
        NDArray scores = query.batchMatMul(key).reshape(rows, heads, length, length);
        NDArray seen = scores.addi(arrays.mask()).softmax(3).reshape(rows * groups, -1, length);
        NDArray mixed = seen.batchMatMul(value)
                .reshape(rows, groups, heads / groups, length, size)
                .transpose(0, 3, 1, 2, 4)
                .reshape(rows * length, shape.width());
        return linear(mixed, matrices.attentionOutput(layer));
    }

    /** Queries and keys [B, T, H + G, D] turned by their positions. */
    private NDArray rotate(NDArray heads, StepArrays arrays) {
        NDList halves = heads.split(2, 3);
        NDArray swapped = NDArrays.concat(new NDList(halves.get(1), halves.get(0)), 3);
        return heads.mul(arrays.cosines()).addi(swapped.muli(arrays.sines()));
    }

    /** Queries [B, T, H, D] as [B x G, R x T, D], so that those of one key stand together. */
    private NDArray perGroup(NDArray query, StepArrays arrays) {
        int groups = shape.keyValueHeads();
        int repeats = shape.heads() / groups;
        return query.reshape(arrays.rows(), arrays.length(), groups, repeats, shape.headSize())
                .transpose(0, 2, 3, 1, 4)
                .reshape((long) arrays.rows() * groups, (long) repeats * arrays.length(), shape.headSize());
    }

    /** SwiGLU (arXiv 2002.05202). */
    private NDArray feedForward(NDArray normed, LayerMatrices matrices, int layer) {
        NDList gateAndUp = linear(normed, matrices.gateUp(layer)).split(2, 1);
        NDArray gate = gateAndUp.get(0);
        NDArray activated = ai.djl.nn.Activation.sigmoid(gate).mul(gate).mul(gateAndUp.get(1));
        return activated.matMul(matrices.transposedDown(layer));
    }

    /** {@code input} [n, k] times the transposed {@code matrix} [m, k]. */
    private static NDArray linear(NDArray input, NDArray matrix) {
        return Linear.linear(input, matrix).singletonOrThrow();
    }

    private static NDArray lookUp(NDArray indexes, NDArray table) {
        return Embedding.embedding(indexes, table, SparseFormat.DENSE).singletonOrThrow();
    }
}
