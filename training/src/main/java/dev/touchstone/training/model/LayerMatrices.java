package dev.touchstone.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDArrays;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import java.util.stream.LongStream;

/**
 * The matrices of all layers as one step multiplies by them. Each norm's gain is multiplied into the columns of the matrices that follow it:
 * the same product, at the price of a matrix instead of all activations.
 */
final class LayerMatrices {

    private final NDList gains;
    private final NDList attention;
    private final NDList keyValue;
    private final NDList feedForward;

    private LayerMatrices(Parameters parameters, NDManager step) {
        gains = split(parameters, Group.GAINS, step);
        attention = split(parameters, Group.ATTENTION, step);
        keyValue = split(parameters, Group.KEY_VALUE, step);
        feedForward = split(parameters, Group.FEED_FORWARD, step);
    }

    static LayerMatrices of(Parameters parameters, NDManager step) {
        return new LayerMatrices(parameters, step);
    }

    /** One split for each group: its gradient is one concatenation, where picking matrix by matrix would add up arrays of the whole size. */
    private static NDList split(Parameters parameters, Group group, NDManager step) {
        NDArray array = parameters.of(group);
        long[] cuts = LongStream.range(1, array.getShape().get(0)).toArray();
        NDList matrices = array.split(cuts, 0);
        matrices.attach(step);
        if (group == Group.GAINS) {
            return matrices;
        }
        NDList flat = new NDList();
        matrices.forEach(matrix -> flat.add(matrix.squeeze(0)));
        return flat;
    }

    /** [W + 2 x G x D, W]. */
    NDArray queryKeyValue(int layer) {
        NDList matrices = new NDList(attention.get(2 * layer), keyValue.get(2 * layer), keyValue.get(2 * layer + 1));
        return NDArrays.concat(matrices, 0).mul(gains.get(2 * layer));
    }

    /** [W, W]. */
    NDArray attentionOutput(int layer) {
        return attention.get(2 * layer + 1);
    }

    /** [2 x F, W]. */
    NDArray gateUp(int layer) {
        NDList matrices = new NDList(feedForward.get(3 * layer), feedForward.get(3 * layer + 1));
        return NDArrays.concat(matrices, 0).mul(gains.get(2 * layer + 1));
    }

    /** [F, W]. */
    NDArray transposedDown(int layer) {
        return feedForward.get(3 * layer + 2);
    }

    /** [1, W]. */
    NDArray finalGain() {
        return gains.get(gains.size() - 1);
    }
}
