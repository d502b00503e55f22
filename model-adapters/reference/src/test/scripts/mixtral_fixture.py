"""Writes a tiny random Mixtral in both file formats, and the logits that transformers computes with it, for MixtureOfExpertsTest.

    pip install torch==2.15.0 transformers==5.24.0 gguf==0.19.0 numpy==2.4.6
    python mixtral_fixture.py ../resources/dev/touchstone/reference/mixtral

mixtral/hf is a Hugging Face folder (bf16), mixtral/tiny.gguf the same weights as llama.cpp's convert_hf_to_gguf.py writes them (experts as one tensor of three
dimensions, query and key rows permuted), logits.csv a line for each token: its id and the logits after it, fp32 weights and activations, eager attention.
"""

import sys
from pathlib import Path

import gguf
import numpy as np
import torch
import transformers
from transformers import MixtralConfig, MixtralForCausalLM

SEED = 20261125
TOKENS = [3, 17, 39, 0, 17, 22, 5, 31, 8, 8, 26, 11]
HEADS, KEY_VALUE_HEADS, EXPERTS, LAYERS = 4, 2, 3, 2


def model():
    torch.manual_seed(SEED)
    config = MixtralConfig(
        vocab_size=40, hidden_size=32, intermediate_size=24, num_hidden_layers=LAYERS, num_attention_heads=HEADS,
        num_key_value_heads=KEY_VALUE_HEADS, num_local_experts=EXPERTS, num_experts_per_tok=2, max_position_embeddings=64,
        rms_norm_eps=1e-5, sliding_window=None, tie_word_embeddings=False, initializer_range=0.2, attn_implementation="eager")
    return MixtralForCausalLM(config).to(torch.bfloat16).eval()


def permuted(weight, heads):
    """LlamaModel.permute of convert_hf_to_gguf.py."""
    rows, columns = weight.shape
    return weight.reshape(heads, 2, rows // heads // 2, columns).swapaxes(1, 2).reshape(rows, columns)


def write_gguf(path, state):
    writer = gguf.GGUFWriter(path, "llama")
    writer.add_block_count(LAYERS)
    writer.add_context_length(64)
    writer.add_embedding_length(32)
    writer.add_feed_forward_length(24)
    writer.add_head_count(HEADS)
    writer.add_head_count_kv(KEY_VALUE_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_freq_base(10000.0 if "rope_theta" not in state else state["rope_theta"])
    writer.add_expert_count(EXPERTS)
    writer.add_expert_used_count(2)

    def add(name, weight):
        if weight.ndim == 1 or "gate_inp" in name:
            writer.add_tensor(name, weight.astype(np.float32))
        else:
            bits = (weight.astype(np.float32).view(np.uint32) >> 16).astype(np.uint16)
            writer.add_tensor(name, bits.view(np.uint8), raw_dtype=gguf.GGMLQuantizationType.BF16)

    w = lambda name: state[name].float().numpy()
    add("token_embd.weight", w("model.embed_tokens.weight"))
    add("output_norm.weight", w("model.norm.weight"))
    add("output.weight", w("lm_head.weight"))
    for n in range(LAYERS):
        hf, to = f"model.layers.{n}.", f"blk.{n}."
        add(to + "attn_norm.weight", w(hf + "input_layernorm.weight"))
        add(to + "attn_q.weight", permuted(w(hf + "self_attn.q_proj.weight"), HEADS))
        add(to + "attn_k.weight", permuted(w(hf + "self_attn.k_proj.weight"), KEY_VALUE_HEADS))
        add(to + "attn_v.weight", w(hf + "self_attn.v_proj.weight"))
        add(to + "attn_output.weight", w(hf + "self_attn.o_proj.weight"))
        add(to + "ffn_norm.weight", w(hf + "post_attention_layernorm.weight"))
        moe = hf + "block_sparse_moe."
        add(to + "ffn_gate_inp.weight", w(moe + "gate.weight"))
        for name, layer in (("gate", "w1"), ("up", "w3"), ("down", "w2")):
            experts = [w(f"{moe}experts.{e}.{layer}.weight") for e in range(EXPERTS)]
            add(to + f"ffn_{name}_exps.weight", np.stack(experts))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()


def main(folder):
    (folder / "hf").mkdir(parents=True, exist_ok=True)
    narrow = model()
    narrow.save_pretrained(folder / "hf")
    (folder / "hf" / "generation_config.json").unlink(missing_ok=True)
    from safetensors.torch import load_file

    state = load_file(folder / "hf" / "model.safetensors")
    state["rope_theta"] = narrow.config.rope_parameters["rope_theta"]
    write_gguf(folder / "tiny.gguf", state)
    with torch.no_grad():
        # Read anew, because a model that was converted to bf16 keeps its RoPE frequencies in bf16.
        read = MixtralForCausalLM.from_pretrained(folder / "hf", dtype=torch.float32, attn_implementation="eager").eval()
        logits = read(torch.tensor([TOKENS])).logits[0].numpy()
    lines = [f"# torch {torch.__version__}, transformers {transformers.__version__}; src/test/scripts/mixtral_fixture.py"]
    lines += [",".join([str(token)] + [f"{x:.9g}" for x in row]) for token, row in zip(TOKENS, logits)]
    (folder / "logits.csv").write_text("\n".join(lines) + "\n")


main(Path(sys.argv[1]))
