package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.FloatPanels;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.llama.Llama.Setting;
import dev.touchstone.reference.quantization.Calibration;
import dev.touchstone.reference.quantization.Calibration.Team;
import dev.touchstone.reference.quantization.FeedForwardChannels;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a checkpoint's tensors and packs them, once. Their names and shapes were checked when the checkpoint was opened. */
final class WeightLoader {

    private final Checkpoint checkpoint;
    private final LlamaConfig config;
    private final Precision precision;
    private final Setting setting;
    private final @Nullable Calibrator calibrator;
    private long parameters;
    private long multiplied;
    private long bytes;

    private WeightLoader(Checkpoint checkpoint, Precision precision, Setting setting) {
        this.checkpoint = checkpoint;
        this.config = checkpoint.config();
        this.precision = precision;
        this.setting = setting;
        Calibration method = precision.calibration();
        this.calibrator = method == null ? null : new Calibrator(setting, checkpoint, method.needsProducts());
    }

    static LlamaWeights load(Checkpoint checkpoint, Precision precision, Setting setting) {
        return new WeightLoader(checkpoint, precision, setting).load();
    }

    private LlamaWeights load() {
        Tensor embedding = tensor("token_embd.weight");
        List<LayerWeights> layers = new ArrayList<>();
        for (int layer = 0; layer < config.layers(); layer++) {
            layers.add(layer(layer));
        }
        float[] outputNorm = counted(gain("output_norm.weight"));
        PackedMatrix output = pack(
                form(calibrated(config.layers()), Site.OUTPUT),
                config.tiedEmbeddings() ? embedding : tensor("output.weight"));
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

    private LayerWeights layer(int index) {
        BlockTensors block = read("blk." + index + ".");
        CalibratedBlock calibrated = calibrated(index);
        if (calibrated != null) {
            block = calibrated.folded(block);
        }
        return new LayerWeights(
                counted(block.attentionNorm()),
                pack(form(calibrated, Site.QUERY_KEY_VALUE), block.query(), block.key(), block.value()),
                pack(form(calibrated, Site.ATTENTION_OUTPUT), block.output()),
                counted(block.feedForwardNorm()),
                block.router() == null ? null : pack(new FloatPanels(), block.router()),
                packed(block.feedForward(), form(calibrated, Site.GATE_UP), form(calibrated, Site.DOWN)));
    }

    /** A token is multiplied with the share of the experts that it goes through. */
    private List<FeedForwardWeights> packed(List<FeedForwardChannels> experts, WeightForm gateUp, WeightForm down) {
        List<FeedForwardWeights> packed = new ArrayList<>();
        for (FeedForwardChannels each : experts) {
            packed.add(new FeedForwardWeights(hold(gateUp, each.gate(), each.up()), hold(down, each.down())));
        }
        FeedForwardChannels first = experts.get(0);
        multiplied +=
                Math.max(1, config.experts().used()) * (size(first.gate()) + size(first.up()) + size(first.down()));
        return List.copyOf(packed);
    }

    private BlockTensors read(String block) {
        List<FeedForwardChannels> experts = new ArrayList<>();
        for (int expert = 0; expert < config.experts().layers(); expert++) {
            experts.add(feedForward(block, config.experts().infix(expert) + ".weight"));
        }
        return new BlockTensors(
                gain(block + "attn_norm.weight"),
                List.of(
                        tensor(block + "attn_q.weight"),
                        tensor(block + "attn_k.weight"),
                        tensor(block + "attn_v.weight"),
                        tensor(block + "attn_output.weight")),
                gain(block + "ffn_norm.weight"),
                config.experts().areThere() ? tensor(block + "ffn_gate_inp.weight") : null,
                experts);
    }

    private FeedForwardChannels feedForward(String block, String ending) {
        FeedForwardChannels all = new FeedForwardChannels(
                tensor(block + "ffn_gate" + ending),
                tensor(block + "ffn_up" + ending),
                tensor(block + "ffn_down" + ending));
        return precision.prunedChannels() > 0 ? all.without(precision.prunedChannels()) : all;
    }

    private @Nullable CalibratedBlock calibrated(int block) {
        Calibration method = precision.calibration();
        return method == null || calibrator == null
                ? null
                : new CalibratedBlock(
                        config, method, calibrator.of(block), new Team(setting.kernels(), setting.workers()));
    }

    private WeightForm form(@Nullable CalibratedBlock block, Site site) {
        if (block != null) {
            return block.form(site, precision.weights());
        }
        boolean isPruned = precision.prunedChannels() > 0 && (site == Site.GATE_UP || site == Site.DOWN);
        return isPruned ? FeedForwardChannels.FORM : precision.weights();
    }

    private PackedMatrix pack(WeightForm form, Tensor... parts) {
        for (Tensor part : parts) {
            multiplied += size(part);
        }
        return hold(form, parts);
    }

    private PackedMatrix hold(WeightForm form, Tensor... parts) {
        PackedMatrix packed = PackedMatrix.pack(List.of(parts), form, setting.workers());
        bytes += packed.bytes();
        return packed;
    }

    private float[] gain(String name) {
        Tensor tensor = tensor(name);
        float[] gain = new float[config.width()];
        tensor.read(0, 1, gain, 0);
        return gain;
    }

    private float[] counted(float[] gain) {
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
