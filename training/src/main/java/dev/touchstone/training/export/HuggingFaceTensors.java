package dev.touchstone.training.export;

import dev.touchstone.training.model.Group;
import dev.touchstone.training.model.ModelShape;
import dev.touchstone.training.model.Weights;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Takes the trained groups apart into the tensors of transformers' {@code LlamaForCausalLM}. */
final class HuggingFaceTensors {

    private final Weights weights;
    private final ModelShape shape;
    private final List<StoredTensor> tensors = new ArrayList<>();

    private HuggingFaceTensors(Weights weights) {
        this.weights = weights;
        this.shape = weights.shape();
    }

    static List<StoredTensor> of(Weights weights) {
        HuggingFaceTensors tensors = new HuggingFaceTensors(weights);
        tensors.addAll();
        return tensors.tensors;
    }

    private void addAll() {
        int width = shape.width();
        tensors.add(new StoredTensor(
                "model.embed_tokens.weight", new int[] {shape.vocabulary(), width}, weights.of(Group.EMBEDDING)));
        for (int layer = 0; layer < shape.layers(); layer++) {
            addLayer("model.layers." + layer + ".", layer);
        }
        addGain("model.norm.weight", 2 * shape.layers());
    }

    private void addLayer(String prefix, int layer) {
        int width = shape.width();
        int feedForward = shape.feedForward();
        addGain(prefix + "input_layernorm.weight", 2 * layer);
        addMatrix(prefix + "self_attn.q_proj.weight", Group.ATTENTION, 2 * layer, width);
        addMatrix(prefix + "self_attn.k_proj.weight", Group.KEY_VALUE, 2 * layer, shape.keyValueRows());
        addMatrix(prefix + "self_attn.v_proj.weight", Group.KEY_VALUE, 2 * layer + 1, shape.keyValueRows());
        addMatrix(prefix + "self_attn.o_proj.weight", Group.ATTENTION, 2 * layer + 1, width);
        addGain(prefix + "post_attention_layernorm.weight", 2 * layer + 1);
        addMatrix(prefix + "mlp.gate_proj.weight", Group.FEED_FORWARD, 3 * layer, feedForward);
        addMatrix(prefix + "mlp.up_proj.weight", Group.FEED_FORWARD, 3 * layer + 1, feedForward);
        float[] down = matrix(Group.FEED_FORWARD, 3 * layer + 2, feedForward);
        tensors.add(new StoredTensor(
                prefix + "mlp.down_proj.weight",
                new int[] {width, feedForward},
                transposed(down, feedForward, width)));
    }

    private void addGain(String name, int index) {
        tensors.add(new StoredTensor(name, new int[] {shape.width()}, matrix(Group.GAINS, index, 1)));
    }

    private void addMatrix(String name, Group group, int index, int rows) {
        tensors.add(new StoredTensor(name, new int[] {rows, shape.width()}, matrix(group, index, rows)));
    }

    /** The matrix number {@code index} of a group; all have W columns. */
    private float[] matrix(Group group, int index, int rows) {
        int size = rows * shape.width();
        return Arrays.copyOfRange(weights.of(group), index * size, (index + 1) * size);
    }

    private static float[] transposed(float[] values, int rows, int columns) {
        float[] transposed = new float[values.length];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                transposed[column * rows + row] = values[row * columns + column];
            }
        }
        return transposed;
    }
}
