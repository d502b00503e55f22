package dev.touchstone.reference.safetensors;

import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;

/**
 * Reads the rotary embedding of {@code config.json}: {@code rope_theta} and {@code rope_scaling}, which transformers 5 puts together into {@code
 * rope_parameters}.
 */
final class RopeConfig {

    private static final double DEFAULT_BASE = 10000;

    private RopeConfig() {}

    static Rope read(ConfigJson config) {
        ConfigJson parameters = config.object(config.has("rope_parameters") ? "rope_parameters" : "rope_scaling");
        double base = parameters.real("rope_theta", config.real("rope_theta", DEFAULT_BASE));
        if (parameters.real("partial_rotary_factor", config.real("partial_rotary_factor", 1)) != 1) {
            ConfigJson at = parameters.has("partial_rotary_factor") ? parameters : config;
            throw at.unsupported("partial_rotary_factor", "1");
        }
        return new Rope(base, Pairs.HALVES, scaling(parameters));
    }

    /** The key {@code type} is the old name of {@code rope_type}. */
    private static Scaling scaling(ConfigJson parameters) {
        String key = parameters.has("rope_type") ? "rope_type" : "type";
        return switch (parameters.string(key, "default")) {
            case "default" -> new Scaling.None();
            case "linear" -> new Scaling.Linear(parameters.real("factor"));
            case "llama3" ->
                new Scaling.Llama3(
                        parameters.real("factor"),
                        parameters.real("low_freq_factor"),
                        parameters.real("high_freq_factor"),
                        parameters.positive("original_max_position_embeddings"));
            default -> throw parameters.unsupported(key, "default, linear, llama3");
        };
    }
}
