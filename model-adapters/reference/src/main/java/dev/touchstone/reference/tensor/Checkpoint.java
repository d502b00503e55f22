package dev.touchstone.reference.tensor;

import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The weights of one model, opened but not read. Tensors have GGUF's names ({@code token_embd.weight}, {@code blk.N.attn_norm.weight},
 * {@code blk.N.attn_q.weight}, {@code blk.N.attn_k.weight}, {@code blk.N.attn_v.weight}, {@code blk.N.attn_output.weight},
 * {@code blk.N.ffn_norm.weight}, {@code blk.N.ffn_gate.weight}, {@code blk.N.ffn_up.weight}, {@code blk.N.ffn_down.weight}, with experts instead of these three
 * {@code blk.N.ffn_gate_inp.weight}, {@code blk.N.ffn_gate.E.weight}, {@code blk.N.ffn_up.E.weight} and {@code blk.N.ffn_down.E.weight},
 * {@code output_norm.weight}, {@code output.weight}, {@code rope_freqs.weight}), whatever the file calls them.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface Checkpoint extends AutoCloseable {

    /** The model's shape, checked against the tensors that are there. */
    LlamaConfig config();

    /** The tensor of that name, if stored. */
    Optional<Tensor> find(String name);

    /** {@code sha256:} and the hex digest over the stored bytes of all weight files, in name order. */
    String fingerprint();

    /** Unmaps the files. */
    @Override
    void close();
}
