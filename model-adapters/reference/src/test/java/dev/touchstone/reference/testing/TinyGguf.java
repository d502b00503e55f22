package dev.touchstone.reference.testing;

import java.util.Arrays;

/** A tiny Llama as GGUF, still open for changes. */
public final class TinyGguf {

    private TinyGguf() {}

    /** All metadata and tensors; matrices in {@code type}, norms in F32. */
    public static GgufWriter of(TinyLlama model, String type) {
        GgufWriter writer = new GgufWriter();
        putShape(writer, model.shape());
        putTokens(writer);
        for (String name : model.weights().keySet()) {
            float[] values = model.ggufWeights(name);
            if (name.endsWith("norm.weight")) {
                writer.vector(name, values);
            } else {
                writer.matrix(name, type, model.rows(name), values);
            }
        }
        return writer;
    }

    private static void putShape(GgufWriter writer, TinyShape shape) {
        writer.put("general.architecture", "llama")
                .put("general.name", "tiny")
                .put("llama.block_count", shape.layers())
                .put("llama.context_length", shape.contextLength())
                .put("llama.embedding_length", shape.width())
                .put("llama.feed_forward_length", shape.feedForward())
                .put("llama.attention.head_count", shape.heads())
                .put("llama.attention.head_count_kv", shape.keyValueHeads())
                .put("llama.attention.layer_norm_rms_epsilon", 1e-5f)
                .put("llama.rope.dimension_count", shape.headSize())
                .put("llama.rope.freq_base", 10000f);
    }

    private static void putTokens(GgufWriter writer) {
        int[] types = new int[TinyTokens.COUNT];
        // 1 is a normal token, 3 a control token.
        Arrays.setAll(types, id -> id < TinyTokens.controlCount() ? 3 : 1);
        writer.put("tokenizer.ggml.model", "gpt2")
                .put("tokenizer.ggml.pre", "gpt-2")
                .put("tokenizer.ggml.tokens", TinyTokens.tokens().toArray(String[]::new))
                .put("tokenizer.ggml.token_type", types)
                .put("tokenizer.ggml.merges", TinyTokens.merges().toArray(String[]::new))
                .put("tokenizer.ggml.bos_token_id", TinyTokens.BEGIN)
                .put("tokenizer.ggml.eos_token_id", TinyTokens.END)
                .put("tokenizer.ggml.unknown_token_id", TinyTokens.UNKNOWN)
                .put("tokenizer.ggml.padding_token_id", TinyTokens.PADDING)
                .put("tokenizer.ggml.add_bos_token", false);
    }
}
