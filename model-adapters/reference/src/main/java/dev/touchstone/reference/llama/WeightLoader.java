package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.quantization.FeedForwardChannels;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** Reads a checkpoint's tensors and packs them, once. Their names and shapes were checked when the checkpoint was opened. */
final class WeightLoader {

    private final Checkpoint checkpoint;
    private final LlamaConfig config;
    private final Precision precision;
    private final Workers workers;
    private long parameters;
    private long multiplied;
    private long bytes;

    private WeightLoader(Checkpoint checkpoint, Precision precision, Workers workers) {
        this.checkpoint = checkpoint;
        this.config = checkpoint.config();
        this.precision = precision;
        this.workers = workers;
    }

    static LlamaWeights load(Checkpoint checkpoint, Precision precision, Workers workers) {
        return new WeightLoader(checkpoint, precision, workers).load();
    }

    private LlamaWeights load() {
        Tensor embedding = tensor("token_embd.weight");
        List<LayerWeights> layers = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            layers.add(layer("blk." + layer + "."));
        }
        float[] outputNorm = gain("output_norm.weight");
        PackedMatrix output = pack(config.tiedEmbeddings() ? embedding : tensor("output.weight"));
        Tensor held = held(embedding, output);
        return new LlamaWeights(held, layers, outputNorm, output, parameters, multiplied, bytes);
    }

    /** The embedding in the model's precision: the output matrix if they are tied; as stored if that loses nothing. */
    private Tensor held(Tensor stored, PackedMatrix output) {
        if (precision.isExact()) {
            bytes += config.tiedEmbeddings() ? 0 : stored.bytes();
            return stored;
        }
        return new HeldEmbedding(stored, config.tiedEmbeddings() ? output : hold(precision.weights(), stored));
    }

    private LayerWeights layer(String block) {
        FeedForwardChannels feedForward = new FeedForwardChannels(
                tensor(block + "ffn_gate.weight"), tensor(block + "ffn_up.weight"), tensor(block + "ffn_down.weight"));
        WeightForm form = precision.weights();
        if (precision.prunedChannels() > 0) {
            feedForward = feedForward.without(precision.prunedChannels());
            form = FeedForwardChannels.FORM;
        }
        return new LayerWeights(
                gain(block + "attn_norm.weight"),
                pack(tensor(block + "attn_q.weight"), tensor(block + "attn_k.weight"), tensor(block + "attn_v.weight")),
                pack(tensor(block + "attn_output.weight")),
                gain(block + "ffn_norm.weight"),
                pack(form, feedForward.gate(), feedForward.up()),
                pack(form, feedForward.down()));
    }

    private PackedMatrix pack(Tensor... parts) {
        return pack(precision.weights(), parts);
    }

    private PackedMatrix pack(WeightForm form, Tensor... parts) {
        for (Tensor part : parts) {
            multiplied += size(part);
        }
        return hold(form, parts);
    }

    private PackedMatrix hold(WeightForm form, Tensor... parts) {
        PackedMatrix packed = PackedMatrix.pack(List.of(parts), form, workers);
        bytes += packed.bytes();
        return packed;
    }

    private float[] gain(String name) {
        Tensor tensor = tensor(name);
        float[] gain = new float[config.width()];
        tensor.read(0, 1, gain, 0);
        bytes += (long) Float.BYTES * gain.length;
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
