package dev.touchstone.reference.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/** A tiny Llama as a Hugging Face folder. */
public final class TinyFolder {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TinyFolder() {}

    /** Writes config.json, tokenizer.json and model.safetensors with all weights in {@code type}. */
    public static Path write(TinyLlama model, String type, Path folder) {
        try {
            Files.createDirectories(folder);
            writeJson(folder.resolve("config.json"), config(model.shape(), type));
            writeJson(folder.resolve("tokenizer.json"), tokenizer());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        weights(model, type).write(folder.resolve("model.safetensors"));
        return folder;
    }

    /** The configuration as transformers writes it, open for changes. */
    public static Map<String, Object> config(TinyShape shape, String type) {
        Map<String, Object> config = new LinkedHashMap<>();
        config.put("architectures", List.of("LlamaForCausalLM"));
        config.put("model_type", "llama");
        config.put("hidden_act", "silu");
        config.put("hidden_size", shape.width());
        config.put("intermediate_size", shape.feedForward());
        config.put("max_position_embeddings", shape.contextLength());
        config.put("num_attention_heads", shape.heads());
        config.put("num_hidden_layers", shape.layers());
        config.put("num_key_value_heads", shape.keyValueHeads());
        config.put("rms_norm_eps", 1e-5);
        config.put("rope_theta", 10000.0);
        config.put("tie_word_embeddings", shape.isTied());
        config.put(
                "torch_dtype",
                Map.of("F32", "float32", "F16", "float16", "BF16", "bfloat16").get(type));
        config.put("vocab_size", shape.vocabulary());
        return config;
    }

    /** All weights under Hugging Face's names. */
    public static SafetensorsWriter weights(TinyLlama model, String type) {
        return weights(model, type, name -> true);
    }

    /** Those weights whose Hugging Face name is {@code wanted}. */
    public static SafetensorsWriter weights(TinyLlama model, String type, Predicate<String> wanted) {
        SafetensorsWriter writer = new SafetensorsWriter();
        model.weights().forEach((name, values) -> {
            int[] shape = name.endsWith("norm.weight")
                    ? new int[] {values.length}
                    : new int[] {model.rows(name), values.length / model.rows(name)};
            if (wanted.test(huggingFaceName(name))) {
                writer.tensor(huggingFaceName(name), type, values, shape);
            }
        });
        return writer;
    }

    public static void writeJson(Path file, Object value) throws IOException {
        Files.writeString(file, JSON.writeValueAsString(value), StandardCharsets.UTF_8);
    }

    private static String huggingFaceName(String name) {
        return name.replace("token_embd", "model.embed_tokens")
                .replace("blk", "model.layers")
                .replace("attn_norm", "input_layernorm")
                .replaceAll("attn_([qkv])\\.", "self_attn.$1_proj.")
                .replace("attn_output", "self_attn.o_proj")
                .replace("ffn_norm", "post_attention_layernorm")
                .replaceAll("ffn_(gate|up|down)", "mlp.$1_proj")
                .replace("output_norm", "model.norm")
                .replaceAll("^output\\.", "lm_head.");
    }

    private static Map<String, Object> tokenizer() {
        Map<String, Object> byteLevel =
                Map.of("type", "ByteLevel", "add_prefix_space", false, "trim_offsets", true, "use_regex", true);
        Map<String, Object> tokenizer = new LinkedHashMap<>();
        tokenizer.put("version", "1.0");
        tokenizer.put("added_tokens", controlTokens());
        tokenizer.put("pre_tokenizer", byteLevel);
        tokenizer.put("decoder", byteLevel);
        tokenizer.put("model", bpe());
        return tokenizer;
    }

    private static List<Map<String, Object>> controlTokens() {
        List<Map<String, Object>> added = new ArrayList<>();
        for (int id = 0; id < TinyTokens.controlCount(); id++) {
            Map<String, Object> token = new LinkedHashMap<>();
            token.put("id", id);
            token.put("content", TinyTokens.tokens().get(id));
            for (String flag : List.of("single_word", "lstrip", "rstrip", "normalized")) {
                token.put(flag, false);
            }
            token.put("special", true);
            added.add(token);
        }
        return added;
    }

    private static Map<String, Object> bpe() {
        Map<String, Integer> vocabulary = new LinkedHashMap<>();
        TinyTokens.tokens().forEach(token -> vocabulary.put(token, vocabulary.size()));
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("type", "BPE");
        model.put("vocab", vocabulary);
        model.put(
                "merges",
                TinyTokens.merges().stream()
                        .map(merge -> List.of(merge.split(" ")))
                        .collect(Collectors.toList()));
        return model;
    }
}
