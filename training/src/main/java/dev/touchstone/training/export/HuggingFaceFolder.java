package dev.touchstone.training.export;

import dev.touchstone.training.model.ModelShape;
import dev.touchstone.training.model.Weights;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.json.JsonMapper;

/** Writes a model as a Hugging Face folder: {@code config.json}, {@code model.safetensors} and a model card. */
@API(status = Status.INTERNAL, since = "0.1")
public final class HuggingFaceFolder {

    private final Path folder;

    /** A folder, which need not exist; {@code tokenizer.json} is written by {@code TokenizerFiles}. */
    public HuggingFaceFolder(Path folder) {
        this.folder = folder;
    }

    /** Writes the configuration and the weights. */
    public void write(Weights weights, StoredType type) throws IOException {
        Files.createDirectories(folder);
        String json = JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(configuration(weights.shape(), type));
        Files.writeString(folder.resolve("config.json"), json + "\n", StandardCharsets.UTF_8);
        SafetensorsWriter.write(HuggingFaceTensors.of(weights), type, folder.resolve("model.safetensors"));
    }

    /** Writes the model card, in Markdown. */
    public void writeCard(String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("README.md"), text, StandardCharsets.UTF_8);
    }

    private static Map<String, Object> configuration(ModelShape shape, StoredType type) {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("architectures", List.of("LlamaForCausalLM"));
        root.put("model_type", "llama");
        root.put("attention_bias", false);
        root.put("attention_dropout", 0.0);
        root.put("bos_token_id", 0);
        root.put("eos_token_id", 0);
        root.put("pad_token_id", 0);
        root.put("head_dim", shape.headSize());
        root.put("hidden_act", "silu");
        root.put("hidden_size", shape.width());
        root.put("initializer_range", 0.02);
        root.put("intermediate_size", shape.feedForward());
        root.put("max_position_embeddings", shape.context());
        root.put("mlp_bias", false);
        root.put("num_attention_heads", shape.heads());
        root.put("num_hidden_layers", shape.layers());
        root.put("num_key_value_heads", shape.keyValueHeads());
        root.put("pretraining_tp", 1);
        root.put("rms_norm_eps", shape.rmsEpsilon());
        root.put("rope_scaling", null);
        root.put("rope_theta", shape.ropeTheta());
        root.put("tie_word_embeddings", true);
        root.put("torch_dtype", type.torchName());
        root.put("use_cache", true);
        root.put("vocab_size", shape.vocabulary());
        return root;
    }
}
