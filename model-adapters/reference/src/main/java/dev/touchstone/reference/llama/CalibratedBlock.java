package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.quantization.Calibration;
import dev.touchstone.reference.quantization.Calibration.Team;
import dev.touchstone.reference.quantization.Calibration.Tied;
import dev.touchstone.reference.quantization.FeedForwardChannels;
import dev.touchstone.reference.quantization.InputStatistics;
import dev.touchstone.reference.quantization.ScaledTensor;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A block, without experts, after a look at its layers' inputs. What an input is divided by goes into the operator that makes it: the gain of a norm, the rows of the value
 * matrix (attention is linear in values), or those of the up matrix (SwiGLU is linear in them).
 */
final class CalibratedBlock {

    private final LlamaConfig config;
    private final Calibration method;
    private final Map<Site, InputStatistics> inputs;
    private final Team team;

    CalibratedBlock(LlamaConfig config, Calibration method, Map<Site, InputStatistics> inputs, Team team) {
        this.config = config;
        this.method = method;
        this.inputs = inputs;
        this.team = team;
    }

    /** How layers with these inputs are held; as without calibration if it does not say. */
    WeightForm form(Site site, WeightForm otherwise) {
        WeightForm form = method.form(statistics(site));
        return form == null ? otherwise : form;
    }

    /** The weights whose inputs are divided by something. */
    BlockTensors folded(BlockTensors block) {
        Tied heads = new Tied(config.heads() / config.keyValueHeads(), config.headSize());
        float @Nullable [] attention =
                factors(Site.QUERY_KEY_VALUE, List.of(block.query(), block.key(), block.value()), Tied.NOT);
        float @Nullable [] attended = factors(Site.ATTENTION_OUTPUT, List.of(block.output()), heads);
        FeedForwardChannels layers = block.feedForward().get(0);
        float @Nullable [] feedForward = factors(Site.GATE_UP, List.of(layers.gate(), layers.up()), Tied.NOT);
        float @Nullable [] inner = factors(Site.DOWN, List.of(layers.down()), Tied.NOT);
        return new BlockTensors(
                divided(block.attentionNorm(), attention),
                List.of(
                        new ScaledTensor(block.query(), attention, null),
                        new ScaledTensor(block.key(), attention, null),
                        new ScaledTensor(block.value(), attention, sources(attended, heads)),
                        new ScaledTensor(block.output(), attended, null)),
                divided(block.feedForwardNorm(), feedForward),
                null,
                List.of(new FeedForwardChannels(
                        new ScaledTensor(layers.gate(), feedForward, null),
                        new ScaledTensor(layers.up(), feedForward, inner),
                        new ScaledTensor(layers.down(), inner, null))));
    }

    private float @Nullable [] factors(Site site, List<Tensor> layers, Tied tied) {
        return method.factors(statistics(site), layers, tied, team);
    }

    private InputStatistics statistics(Site site) {
        return Objects.requireNonNull(inputs.get(site));
    }

    /** The factor of each output that makes inputs. */
    private float @Nullable [] sources(float @Nullable [] factors, Tied tied) {
        if (factors == null) {
            return null;
        }
        float[] sources = new float[config.keyValueHeads() * config.headSize()];
        for (int i = 0; i < factors.length; i++) {
            sources[tied.source(i)] = factors[i];
        }
        return sources;
    }

    private static float[] divided(float[] gain, float @Nullable [] divisors) {
        if (divisors == null) {
            return gain;
        }
        float[] divided = new float[gain.length];
        for (int i = 0; i < gain.length; i++) {
            divided[i] = gain[i] / divisors[i];
        }
        return divided;
    }
}
