package dev.touchstone.reference.gguf;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Experts;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import dev.touchstone.reference.tensor.LlamaConfigCheck;
import java.util.List;

/** Reads {@code llama.*} of a GGUF file, with llama.cpp's defaults, and refuses what this Llama doesn't compute. */
final class GgufLlamaConfig {

    private static final double DEFAULT_ROPE_BASE = 10000;

    private final GgufFile file;

    private GgufLlamaConfig(GgufFile file) {
        this.file = file;
    }

    /** The configuration; the vocabulary is the number of embedding rows. */
    static LlamaConfig read(GgufFile file, int vocabulary) {
        return LlamaConfigCheck.checked(file.path(), new GgufLlamaConfig(file).read(vocabulary));
    }

    private LlamaConfig read(int vocabulary) {
        int width = positive("llama.embedding_length");
        int heads = positive("llama.attention.head_count");
        int headSize = headSize(width, heads);
        return new LlamaConfig(
                positive("llama.block_count"),
                width,
                heads,
                positive("llama.attention.head_count_kv", heads),
                headSize,
                positive("llama.feed_forward_length"),
                vocabulary,
                positive("llama.context_length"),
                (float) file.real("llama.attention.layer_norm_rms_epsilon"),
                rope(),
                !file.tensors().containsKey("output.weight"),
                experts());
    }

    private Experts experts() {
        boolean areThere = file.findInteger("llama.expert_count").orElse(0L) != 0;
        return areThere
                ? new Experts(positive("llama.expert_count"), positive("llama.expert_used_count"))
                : Experts.NONE;
    }

    private int headSize(int width, int heads) {
        if (file.findInteger("llama.attention.key_length").isEmpty() && width % heads != 0) {
            throw new ModelException(file.path() + ": 'llama.embedding_length' " + width
                    + " is no multiple of 'llama.attention.head_count' " + heads
                    + "; convert or download the model again");
        }
        int size = positive("llama.attention.key_length", width / heads);
        requireEqual("llama.attention.value_length", size);
        requireEqual("llama.rope.dimension_count", size);
        return size;
    }

    private void requireEqual(String key, int headSize) {
        int value = positive(key, headSize);
        if (value != headSize) {
            throw unsupported(key, value, "only models with the head size " + headSize + " there");
        }
    }

    private Rope rope() {
        double base = file.findReal("llama.rope.freq_base").orElse(DEFAULT_ROPE_BASE);
        return new Rope(base, Pairs.ADJACENT, scaling());
    }

    /** As llama.cpp: linear unless said otherwise, and linear without a factor is none. */
    private Scaling scaling() {
        String type = file.findString("llama.rope.scaling.type").orElse("linear");
        if (!List.of("none", "linear").contains(type)) {
            throw unsupported("llama.rope.scaling.type", "'" + type + "'", "only 'none' and 'linear'");
        }
        double factor = file.findReal("llama.rope.scaling.factor")
                .or(() -> file.findReal("llama.rope.scale_linear"))
                .orElse(0.0);
        return type.equals("none") || factor == 0 || factor == 1 ? new Scaling.None() : new Scaling.Linear(factor);
    }

    private int positive(String key, int ifMissing) {
        return file.findInteger(key).isEmpty() ? ifMissing : positive(key);
    }

    private int positive(String key) {
        long value = file.integer(key);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new ModelException(file.path() + ": metadata '" + key + "' is " + value + ", but must be 1 to "
                    + Integer.MAX_VALUE + "; the file is damaged: download it again");
        }
        return (int) value;
    }

    private ModelException unsupported(String key, Object value, String supported) {
        return new ModelException(file.path() + ": metadata '" + key + "' is " + value + ", but " + supported
                + " are supported: use another model");
    }
}
