package dev.touchstone.reference.safetensors;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Translates tensor names of transformers' {@code LlamaForCausalLM} and {@code MixtralForCausalLM} into GGUF's and back. */
final class HuggingFaceNames {

    private static final Pattern HUGGING_FACE_LAYER = Pattern.compile("model\\.layers\\.(\\d+)\\.(.+)");
    private static final Pattern CANONICAL_LAYER = Pattern.compile("blk\\.(\\d+)\\.(.+)");

    private static final Map<String, String> CANONICAL = Map.of(
            "model.embed_tokens.weight", "token_embd.weight",
            "model.norm.weight", "output_norm.weight",
            "lm_head.weight", "output.weight");

    private static final Map<String, String> CANONICAL_IN_LAYER = Map.of(
            "input_layernorm.weight", "attn_norm.weight",
            "self_attn.q_proj.weight", "attn_q.weight",
            "self_attn.k_proj.weight", "attn_k.weight",
            "self_attn.v_proj.weight", "attn_v.weight",
            "self_attn.o_proj.weight", "attn_output.weight",
            "post_attention_layernorm.weight", "ffn_norm.weight",
            "mlp.gate_proj.weight", "ffn_gate.weight",
            "mlp.up_proj.weight", "ffn_up.weight",
            "mlp.down_proj.weight", "ffn_down.weight",
            "block_sparse_moe.gate.weight", "ffn_gate_inp.weight");

    /** Of Mixtral's experts; their numbers stand in between. */
    private static final Pattern HUGGING_FACE_EXPERT =
            Pattern.compile("model\\.layers\\.(\\d+)\\.block_sparse_moe\\.experts\\.(\\d+)\\.w([123])\\.weight");

    private static final Pattern CANONICAL_EXPERT =
            Pattern.compile("blk\\.(\\d+)\\.ffn_(gate|down|up)\\.(\\d+)\\.weight");

    /** What w1, w2 and w3 are. */
    private static final List<String> EXPERT_LAYERS = List.of("gate", "down", "up");

    private static final Map<String, String> STORED = inverse(CANONICAL);
    private static final Map<String, String> STORED_IN_LAYER = inverse(CANONICAL_IN_LAYER);

    private HuggingFaceNames() {}

    /** GGUF's name, or {@code name} itself if a Llama has no such tensor. */
    static String canonical(String name) {
        Matcher expert = HUGGING_FACE_EXPERT.matcher(name);
        if (expert.matches()) {
            String layer = EXPERT_LAYERS.get(Integer.parseInt(expert.group(3)) - 1);
            return "blk." + expert.group(1) + ".ffn_" + layer + "." + expert.group(2) + ".weight";
        }
        Matcher layer = HUGGING_FACE_LAYER.matcher(name);
        if (layer.matches() && CANONICAL_IN_LAYER.containsKey(layer.group(2))) {
            return "blk." + layer.group(1) + "." + CANONICAL_IN_LAYER.get(layer.group(2));
        }
        return CANONICAL.getOrDefault(name, name);
    }

    /** Hugging Face's name of a tensor that a Llama has. */
    static String stored(String canonical) {
        Matcher expert = CANONICAL_EXPERT.matcher(canonical);
        if (expert.matches()) {
            return "model.layers." + expert.group(1) + ".block_sparse_moe.experts." + expert.group(3) + ".w"
                    + (EXPERT_LAYERS.indexOf(expert.group(2)) + 1) + ".weight";
        }
        Matcher layer = CANONICAL_LAYER.matcher(canonical);
        if (layer.matches() && STORED_IN_LAYER.containsKey(layer.group(2))) {
            return "model.layers." + layer.group(1) + "." + STORED_IN_LAYER.get(layer.group(2));
        }
        return STORED.getOrDefault(canonical, canonical);
    }

    /** Old checkpoints store the RoPE frequencies, which follow from the configuration. */
    static boolean isDerived(String name) {
        return name.endsWith(".rotary_emb.inv_freq");
    }

    private static Map<String, String> inverse(Map<String, String> map) {
        Map<String, String> inverse = new HashMap<>();
        map.forEach((key, value) -> inverse.put(value, key));
        return inverse;
    }
}
