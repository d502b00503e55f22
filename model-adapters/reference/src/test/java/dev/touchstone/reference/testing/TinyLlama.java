package dev.touchstone.reference.testing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

/**
 * The weights of a tiny Llama, under GGUF's names, query and key rows in Hugging Face's order. Matrices are N(0, 1/columns) and norms
 * N(1, 0.01), so that activations keep about their size from layer to layer.
 */
public final class TinyLlama {

    private final TinyShape shape;
    private final Map<String, float[]> weights = new LinkedHashMap<>();
    private final Map<String, Integer> rows = new LinkedHashMap<>();

    TinyLlama(TinyShape shape, long seed) {
        this.shape = shape;
        fill(new Random(seed));
    }

    public TinyShape shape() {
        return shape;
    }

    /** Values by name, row-major; in the order drawn. */
    public Map<String, float[]> weights() {
        return weights;
    }

    /** Rows of a matrix; 1 for a vector. */
    public int rows(String name) {
        return rows.get(name);
    }

    /** The values in GGUF's row order, where the two elements that RoPE rotates together are neighbours. */
    public float[] ggufWeights(String name) {
        float[] values = weights.get(name);
        if (name.endsWith("attn_q.weight")) {
            return permuted(values, shape.heads());
        }
        return name.endsWith("attn_k.weight") ? permuted(values, shape.keyValueHeads()) : values;
    }

    private void fill(Random random) {
        matrix("token_embd.weight", shape.vocabulary(), shape.width(), random);
        for (int layer = 0; layer < shape.layers(); layer++) {
            fillLayer("blk." + layer + ".", random);
        }
        norm("output_norm.weight", random);
        if (!shape.isTied()) {
            matrix("output.weight", shape.vocabulary(), shape.width(), random);
        }
    }

    private void fillLayer(String prefix, Random random) {
        norm(prefix + "attn_norm.weight", random);
        matrix(prefix + "attn_q.weight", shape.width(), shape.width(), random);
        matrix(prefix + "attn_k.weight", shape.keyValueWidth(), shape.width(), random);
        matrix(prefix + "attn_v.weight", shape.keyValueWidth(), shape.width(), random);
        matrix(prefix + "attn_output.weight", shape.width(), shape.width(), random);
        norm(prefix + "ffn_norm.weight", random);
        matrix(prefix + "ffn_gate.weight", shape.feedForward(), shape.width(), random);
        matrix(prefix + "ffn_up.weight", shape.feedForward(), shape.width(), random);
        matrix(prefix + "ffn_down.weight", shape.width(), shape.feedForward(), random);
    }

    private void matrix(String name, int rowCount, int columns, Random random) {
        float[] values = new float[rowCount * columns];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (random.nextGaussian() / Math.sqrt(columns));
        }
        weights.put(name, values);
        rows.put(name, rowCount);
    }

    private void norm(String name, Random random) {
        float[] values = new float[shape.width()];
        for (int i = 0; i < values.length; i++) {
            values[i] = (float) (1 + 0.1 * random.nextGaussian());
        }
        weights.put(name, values);
        rows.put(name, 1);
    }

    /** LlamaModel.permute of llama.cpp's convert_hf_to_gguf.py: reshape to [heads, 2, headSize / 2], swap the last two axes. */
    private float[] permuted(float[] values, int heads) {
        int columns = shape.width();
        int half = shape.headSize() / 2;
        float[] result = new float[values.length];
        for (int row = 0; row < heads * half * 2; row++) {
            int inHead = row % (2 * half);
            int from = row - inHead + inHead % 2 * half + inHead / 2;
            System.arraycopy(values, from * columns, result, row * columns, columns);
        }
        return result;
    }
}
