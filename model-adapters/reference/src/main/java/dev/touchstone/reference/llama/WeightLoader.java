package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Reads a checkpoint's tensors, checks their shapes and packs them, once. */
final class WeightLoader {

    private final Checkpoint checkpoint;
    private final LlamaConfig config;
    private final Workers workers;
    private long parameters;

    private WeightLoader(Checkpoint checkpoint, Workers workers) {
        this.checkpoint = checkpoint;
        this.config = checkpoint.config();
        this.workers = workers;
    }

    /** @throws ModelException if a tensor is missing or has another shape than the configuration says, or does not fit in memory */
    static LlamaWeights load(Checkpoint checkpoint, Workers workers) {
        HeapCheck.require(checkpoint.config(), Runtime.getRuntime().maxMemory());
        return new WeightLoader(checkpoint, workers).load();
    }

    private LlamaWeights load() {
        Tensor embedding = matrix("token_embd.weight", config.vocabulary(), config.width());
        List<LayerWeights> layers = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            layers.add(layer("blk." + layer + "."));
        }
        float[] outputNorm = gain("output_norm.weight");
        Tensor output =
                config.tiedEmbeddings() ? embedding : matrix("output.weight", config.vocabulary(), config.width());
        return new LlamaWeights(embedding, layers, outputNorm, pack(output), parameters);
    }

    private LayerWeights layer(String block) {
        int queries = config.heads() * config.headSize();
        int keys = config.keyValueHeads() * config.headSize();
        refuseBiases(block);
        return new LayerWeights(
                gain(block + "attn_norm.weight"),
                pack(
                        matrix(block + "attn_q.weight", queries, config.width()),
                        matrix(block + "attn_k.weight", keys, config.width()),
                        matrix(block + "attn_v.weight", keys, config.width())),
                pack(matrix(block + "attn_output.weight", config.width(), queries)),
                gain(block + "ffn_norm.weight"),
                pack(
                        matrix(block + "ffn_gate.weight", config.feedForward(), config.width()),
                        matrix(block + "ffn_up.weight", config.feedForward(), config.width())),
                pack(matrix(block + "ffn_down.weight", config.width(), config.feedForward())));
    }

    /** A bias that is stored but not added would give wrong answers silently. */
    private void refuseBiases(String block) {
        for (String layer : List.of("attn_q", "attn_k", "attn_v", "attn_output", "ffn_gate", "ffn_up", "ffn_down")) {
            String bias = block + layer + ".bias";
            if (checkpoint.find(bias).isPresent()) {
                throw new ModelException(
                        "the checkpoint has the tensor '" + bias
                                + "', but the reference model computes Llama models without biases only; use another checkpoint");
            }
        }
    }

    private PackedMatrix pack(Tensor... parts) {
        return PackedMatrix.pack(List.of(parts), workers);
    }

    private float[] gain(String name) {
        Tensor tensor = matrix(name, 1, config.width());
        float[] gain = new float[config.width()];
        tensor.read(0, 1, gain, 0);
        return gain;
    }

    private Tensor matrix(String name, int rows, int columns) {
        Tensor tensor = checkpoint
                .find(name)
                .orElseThrow(() -> new ModelException("the checkpoint has no tensor '" + name + "' [" + rows + ", "
                        + columns + "]; it is incomplete, or not of the Llama family"));
        if (tensor.rows() != rows || tensor.columns() != columns) {
            throw new ModelException("the tensor '" + name + "' is [" + tensor.rows() + ", " + tensor.columns()
                    + "], but the model's configuration asks for [" + rows + ", " + columns
                    + "]; weights and configuration are not of the same model");
        }
        parameters += (long) rows * columns;
        return tensor;
    }
}
