package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Reads a checkpoint's tensors and packs them, once. Their names and shapes were checked when the checkpoint was opened. */
final class WeightLoader {

    private final Checkpoint checkpoint;
    private final LlamaConfig config;
    private final Workers workers;
    private long parameters;
    private long multiplied;

    private WeightLoader(Checkpoint checkpoint, Workers workers) {
        this.checkpoint = checkpoint;
        this.config = checkpoint.config();
        this.workers = workers;
    }

    /** @throws ModelException if the weights do not fit in the heap */
    static LlamaWeights load(Checkpoint checkpoint, Workers workers) {
        HeapCheck.require(checkpoint.config(), Runtime.getRuntime().maxMemory());
        return new WeightLoader(checkpoint, workers).load();
    }

    private LlamaWeights load() {
        Tensor embedding = tensor("token_embd.weight");
        List<LayerWeights> layers = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            layers.add(layer("blk." + layer + "."));
        }
        float[] outputNorm = gain("output_norm.weight");
        Tensor output = config.tiedEmbeddings() ? embedding : tensor("output.weight");
        PackedMatrix packed = pack(output);
        return new LlamaWeights(embedding, layers, outputNorm, packed, parameters, multiplied);
    }

    private LayerWeights layer(String block) {
        return new LayerWeights(
                gain(block + "attn_norm.weight"),
                pack(tensor(block + "attn_q.weight"), tensor(block + "attn_k.weight"), tensor(block + "attn_v.weight")),
                pack(tensor(block + "attn_output.weight")),
                gain(block + "ffn_norm.weight"),
                pack(tensor(block + "ffn_gate.weight"), tensor(block + "ffn_up.weight")),
                pack(tensor(block + "ffn_down.weight")));
    }

    private PackedMatrix pack(Tensor... parts) {
        for (Tensor part : parts) {
            multiplied += size(part);
        }
        return PackedMatrix.pack(List.of(parts), workers);
    }

    private float[] gain(String name) {
        Tensor tensor = tensor(name);
        float[] gain = new float[config.width()];
        tensor.read(0, 1, gain, 0);
        return gain;
    }

    private Tensor tensor(String name) {
        Tensor tensor = checkpoint
                .find(name)
                .orElseThrow(
                        () -> new IllegalStateException("the checkpoint was opened without its tensor '" + name + "'"));
        parameters += size(tensor);
        return tensor;
    }

    private static long size(Tensor tensor) {
        return (long) tensor.rows() * tensor.columns();
    }
}
