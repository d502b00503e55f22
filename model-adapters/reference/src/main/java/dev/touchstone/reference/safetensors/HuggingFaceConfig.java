package dev.touchstone.reference.safetensors;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Experts;
import dev.touchstone.reference.tensor.LlamaConfigCheck;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;

/** Reads {@code config.json} of a {@code LlamaForCausalLM} or {@code MixtralForCausalLM}, with transformers' defaults, and refuses what this Llama doesn't compute. */
final class HuggingFaceConfig {

    private static final String LLAMA = "LlamaForCausalLM";
    private static final String MIXTRAL = "MixtralForCausalLM";
    private static final double DEFAULT_RMS_EPSILON = 1e-6;

    private final ConfigJson json;

    private HuggingFaceConfig(ConfigJson json) {
        this.json = json;
    }

    /**
     * Reads and checks the configuration.
     *
     * @param file for messages
     * @param text the file's bytes
     */
    static LlamaConfig read(Path file, byte[] text) {
        ConfigJson json = new ConfigJson(file, JsonFile.parse(file.toString(), text));
        return LlamaConfigCheck.checked(file, new HuggingFaceConfig(json).read());
    }

    private LlamaConfig read() {
        boolean mixtral = isMixtral();
        refuseOtherArchitectures(mixtral);
        refuseVariations();
        int width = json.positive("hidden_size");
        int heads = json.positive("num_attention_heads");
        return new LlamaConfig(
                json.positive("num_hidden_layers"),
                width,
                heads,
                json.positive("num_key_value_heads", heads),
                headSize(width, heads),
                json.positive("intermediate_size"),
                json.positive("vocab_size"),
                json.positive("max_position_embeddings"),
                (float) json.real("rms_norm_eps", DEFAULT_RMS_EPSILON),
                RopeConfig.read(json),
                json.bool("tie_word_embeddings", false),
                mixtral ? experts() : Experts.NONE);
    }

    private boolean isMixtral() {
        return json.has("architectures")
                ? names(json.get("architectures"), MIXTRAL)
                : json.string("model_type", "").equals("mixtral");
    }

    /** As transformers: 8 experts, of which 2 are used, unless said otherwise; attention to all positions only. */
    private Experts experts() {
        int window = json.positive("sliding_window", Integer.MAX_VALUE);
        if (window < json.positive("max_position_embeddings")) {
            throw json.unsupported("sliding_window", "null, or as long as the context");
        }
        return new Experts(json.positive("num_local_experts", 8), json.positive("num_experts_per_tok", 2));
    }

    private void refuseOtherArchitectures(boolean mixtral) {
        boolean isLlama = json.has("architectures")
                ? names(json.get("architectures"), LLAMA)
                : json.string("model_type", "").equals("llama");
        if (!isLlama && !mixtral) {
            String key = json.has("architectures") ? "architectures" : "model_type";
            throw json.unsupported(key, LLAMA + ", " + MIXTRAL);
        }
    }

    private static boolean names(JsonNode architectures, String name) {
        return architectures.size() == 1 && architectures.get(0).asString("").equals(name);
    }

    private void refuseVariations() {
        if (!json.string("hidden_act", "silu").equals("silu")) {
            throw json.unsupported("hidden_act", "silu");
        }
        if (json.bool("attention_bias", false)) {
            throw json.unsupported("attention_bias", "false");
        }
        if (json.bool("mlp_bias", false)) {
            throw json.unsupported("mlp_bias", "false");
        }
        if (json.has("quantization_config")) {
            throw json.unsupported(
                    "quantization_config", "weights that aren't quantized (F32, F16, BF16), or a GGUF file");
        }
    }

    private int headSize(int width, int heads) {
        if (!json.has("head_dim") && width % heads != 0) {
            throw new ModelException(
                    json.file() + ": 'hidden_size' " + width + " is no multiple of 'num_attention_heads' " + heads
                            + ": download the original file of the model");
        }
        return json.positive("head_dim", width / heads);
    }
}
