package dev.touchstone.reference.tensor;

import dev.touchstone.model.ModelException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * Checks that the tensors of a file are those of a Llama of the given shape: all that are needed, none that would be ignored, each of the size
 * that the configuration asks for.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class LlamaLayout {

    private final Path source;
    private final LlamaConfig config;
    private final Map<String, TensorExtent> tensors;
    private final UnaryOperator<String> storedName;
    private final Set<String> known = new HashSet<>();

    private LlamaLayout(
            Path source, LlamaConfig config, Map<String, TensorExtent> tensors, UnaryOperator<String> storedName) {
        this.source = source;
        this.config = config;
        this.tensors = tensors;
        this.storedName = storedName;
    }

    /**
     * Checks all tensors.
     *
     * @param source the file or folder, for messages
     * @param tensors by canonical name; a tensor without one has the name that the file gives it
     * @param storedName what the file calls a canonical name
     * @throws ModelException naming the first tensor that is missing, of another shape, or not part of a Llama
     */
    public static void check(
            Path source, LlamaConfig config, Map<String, TensorExtent> tensors, UnaryOperator<String> storedName) {
        new LlamaLayout(source, config, tensors, storedName).check();
    }

    private void check() {
        require("token_embd.weight", config.vocabulary(), config.width());
        for (int layer = 0; layer < config.layers(); layer++) {
            requireLayer("blk." + layer + ".");
        }
        require("output_norm.weight", 1, config.width());
        if (!config.tiedEmbeddings()) {
            require("output.weight", config.vocabulary(), config.width());
        }
        if (tensors.containsKey("rope_freqs.weight")) {
            require("rope_freqs.weight", 1, config.headSize() / 2);
        }
        refuseOthers();
    }

    private void requireLayer(String prefix) {
        long queries = (long) config.heads() * config.headSize();
        long keys = (long) config.keyValueHeads() * config.headSize();
        require(prefix + "attn_norm.weight", 1, config.width());
        require(prefix + "attn_q.weight", queries, config.width());
        require(prefix + "attn_k.weight", keys, config.width());
        require(prefix + "attn_v.weight", keys, config.width());
        require(prefix + "attn_output.weight", config.width(), queries);
        require(prefix + "ffn_norm.weight", 1, config.width());
        if (config.experts().areThere()) {
            require(prefix + "ffn_gate_inp.weight", config.experts().count(), config.width());
        }
        for (int expert = 0; expert < config.experts().layers(); expert++) {
            String infix = config.experts().infix(expert);
            require(prefix + "ffn_gate" + infix + ".weight", config.feedForward(), config.width());
            require(prefix + "ffn_up" + infix + ".weight", config.feedForward(), config.width());
            require(prefix + "ffn_down" + infix + ".weight", config.width(), config.feedForward());
        }
    }

    private void require(String name, long rows, long columns) {
        known.add(name);
        @Nullable TensorExtent tensor = tensors.get(name);
        if (tensor == null) {
            throw new ModelException(
                    source + " has no tensor '" + storedName.apply(name) + "' (" + rows + " x " + columns
                            + "), which a Llama of " + config.layers()
                            + " layers needs: the model was not converted completely; convert or download it again");
        }
        if (tensor.rows() != rows || tensor.columns() != columns) {
            throw new ModelException(source + ": tensor '" + tensor.storedName() + "' is " + tensor.rows() + " x "
                    + tensor.columns() + ", but the configuration asks for " + rows + " x " + columns
                    + ": configuration and weights belong to different models; convert or download it again");
        }
    }

    /** A tensor that is silently left out would make every answer wrong. */
    private void refuseOthers() {
        Set<String> others = new TreeSet<>(tensors.keySet());
        others.removeAll(known);
        if (!others.isEmpty()) {
            TensorExtent first = tensors.get(others.iterator().next());
            throw new ModelException(
                    source + " has the tensor '" + first.storedName() + "' (and " + (others.size() - 1)
                            + " others), which a Llama of " + config.layers()
                            + " layers without biases doesn't use: answers without it would be wrong; use a model of the plain Llama architecture");
        }
    }
}
