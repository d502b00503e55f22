package dev.touchstone.reference.tensor;

import dev.touchstone.model.ModelException;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Checks that the numbers of a configuration go together, before tensors are compared with them. */
@API(status = Status.INTERNAL, since = "0.1")
public final class LlamaConfigCheck {

    private LlamaConfigCheck() {}

    /**
     * Returns the configuration if it is possible.
     *
     * @param source the file that states it
     * @throws ModelException if heads are no multiple of key-value heads, the head size is odd, or a real number is out of its range
     */
    public static LlamaConfig checked(Path source, LlamaConfig config) {
        if (config.heads() % config.keyValueHeads() != 0) {
            throw impossible(
                    source,
                    config.heads() + " heads are no multiple of " + config.keyValueHeads() + " key-value heads");
        }
        if (config.experts().used() > config.experts().count()) {
            throw impossible(
                    source,
                    "a token goes through " + config.experts().used() + " experts, but there are "
                            + config.experts().count());
        }
        if (config.headSize() < 2 || config.headSize() % 2 != 0) {
            throw impossible(
                    source, "the head size is " + config.headSize() + ", but rotary embedding needs an even number");
        }
        requirePositive(source, "RMSNorm epsilon", config.rmsEpsilon());
        requirePositive(source, "RoPE base", config.rope().base());
        if (config.rope().scaling() instanceof LlamaConfig.Scaling.Linear linear) {
            requirePositive(source, "RoPE scaling factor", linear.factor());
        }
        if (config.rope().scaling() instanceof LlamaConfig.Scaling.Llama3 llama3) {
            checkLlama3(source, llama3);
        }
        return config;
    }

    private static void checkLlama3(Path source, LlamaConfig.Scaling.Llama3 scaling) {
        requirePositive(source, "RoPE scaling factor", scaling.factor());
        requirePositive(source, "low_freq_factor", scaling.lowFrequencyFactor());
        if (!(scaling.highFrequencyFactor() > scaling.lowFrequencyFactor())) {
            throw impossible(
                    source,
                    "high_freq_factor " + scaling.highFrequencyFactor() + " is not above low_freq_factor "
                            + scaling.lowFrequencyFactor());
        }
    }

    private static void requirePositive(Path source, String what, double value) {
        if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
            throw impossible(source, "the " + what + " is " + value + ", but must be a positive number");
        }
    }

    private static ModelException impossible(Path source, String what) {
        return new ModelException(source + ": " + what + "; convert or download the model again");
    }
}
