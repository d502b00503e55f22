package dev.touchstone.training.export;

import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import dev.touchstone.training.model.Group;
import dev.touchstone.training.model.ModelShape;
import dev.touchstone.training.model.Weights;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Puts stored tensors together into the groups that are trained: the other way round than {@link HuggingFaceTensors}, from other names. */
final class CheckpointWeights {

    private final Checkpoint checkpoint;
    private final ModelShape shape;
    private final Map<Group, float[]> values = new EnumMap<>(Group.class);

    private CheckpointWeights(Checkpoint checkpoint) {
        LlamaConfig config = checkpoint.config();
        this.checkpoint = checkpoint;
        this.shape = new ModelShape(
                config.vocabulary(),
                config.width(),
                config.layers(),
                config.heads(),
                config.keyValueHeads(),
                config.feedForward(),
                config.contextLength(),
                config.rope().base(),
                config.rmsEpsilon());
        for (Group group : Group.values()) {
            values.put(group, new float[group.size(shape)]);
        }
    }

    static Weights read(Checkpoint checkpoint) {
        CheckpointWeights weights = new CheckpointWeights(checkpoint);
        weights.readAll();
        return new Weights(weights.shape, weights.values);
    }

    private void readAll() {
        copy("token_embd.weight", Group.EMBEDDING, 0);
        copy("output_norm.weight", Group.GAINS, 2 * shape.layers());
        for (int layer = 0; layer < shape.layers(); layer++) {
            String prefix = "blk." + layer + ".";
            copyAll(prefix, List.of("attn_norm", "ffn_norm"), Group.GAINS, 2 * layer);
            copyAll(prefix, List.of("attn_q", "attn_output"), Group.ATTENTION, 2 * layer);
            copyAll(prefix, List.of("attn_k", "attn_v"), Group.KEY_VALUE, 2 * layer);
            copyAll(prefix, List.of("ffn_gate", "ffn_up"), Group.FEED_FORWARD, 3 * layer);
            copyTransposed(prefix + "ffn_down.weight", 3 * layer + 2);
        }
    }

    private void copyAll(String prefix, List<String> names, Group group, int first) {
        for (int i = 0; i < names.size(); i++) {
            copy(prefix + names.get(i) + ".weight", group, first + i);
        }
    }

    private void copy(String name, Group group, int index) {
        Tensor tensor = tensor(name);
        tensor.read(0, tensor.rows(), values.get(group), index * tensor.rows() * tensor.columns());
    }

    private void copyTransposed(String name, int index) {
        Tensor tensor = tensor(name);
        float[] stored = new float[tensor.rows() * tensor.columns()];
        tensor.read(0, tensor.rows(), stored, 0);
        float[] group = values.get(Group.FEED_FORWARD);
        for (int row = 0; row < tensor.rows(); row++) {
            for (int column = 0; column < tensor.columns(); column++) {
                group[index * stored.length + column * tensor.rows() + row] = stored[row * tensor.columns() + column];
            }
        }
    }

    private Tensor tensor(String name) {
        return checkpoint.find(name).orElseThrow(() -> new AssertionError("no tensor " + name));
    }
}
