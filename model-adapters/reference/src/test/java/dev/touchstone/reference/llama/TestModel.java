package dev.touchstone.reference.llama;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.MemoryTensor;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import dev.touchstone.reference.tensor.Tensor;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** A tiny model with seeded random weights, in memory. Sizes are awkward: no multiples of a vector. */
final class TestModel implements Checkpoint {

    static final int VOCABULARY = 211;
    static final int CONTEXT = 700;

    private final LlamaConfig config;
    private final Map<String, Tensor> tensors = new HashMap<>();

    private TestModel(LlamaConfig config) {
        this.config = config;
        add("token_embd.weight", VOCABULARY, config.width());
        for (int layer = 0; layer < config.layers(); layer++) {
            addLayer("blk." + layer + ".");
        }
        gain("output_norm.weight");
        if (!config.tiedEmbeddings()) {
            add("output.weight", VOCABULARY, config.width());
        }
    }

    /** Two layers with heads of size 6 and a width that is not heads * headSize. */
    static TestModel of(int heads, int keyValueHeads, boolean tied) {
        return new TestModel(config(heads, keyValueHeads, 6, tied, Pairs.HALVES));
    }

    /** Heads larger than a panel. */
    static TestModel withLargeHeads() {
        return new TestModel(config(2, 1, 40, true, Pairs.ADJACENT));
    }

    private static LlamaConfig config(int heads, int keyValueHeads, int headSize, boolean tied, Pairs pairs) {
        Rope rope = new Rope(10000, pairs, new Scaling.None());
        return new LlamaConfig(2, 37, heads, keyValueHeads, headSize, 51, VOCABULARY, CONTEXT, 1e-5f, rope, tied);
    }

    /** The same model with its pairs side by side: rows of queries and keys reordered within each head. */
    TestModel withAdjacentPairs() {
        TestModel other = new TestModel(config(
                config.heads(), config.keyValueHeads(), config.headSize(), config.tiedEmbeddings(), Pairs.ADJACENT));
        tensors.forEach((name, tensor) -> other.tensors.put(
                name, name.contains("attn_q") || name.contains("attn_k") ? interleaved(tensor) : tensor));
        return other;
    }

    /** With an extra tensor, such as RoPE factors. */
    TestModel with(String name, float... values) {
        tensors.put(name, new MemoryTensor(name, 1, values.length, values));
        return this;
    }

    /** With another matrix [rows, any number of columns]. */
    TestModel withMatrix(String name, int rows, float[] values) {
        tensors.put(name, new MemoryTensor(name, rows, values.length / rows, values));
        return this;
    }

    private Tensor interleaved(Tensor halves) {
        float[] values = new float[halves.rows() * halves.columns()];
        int size = config.headSize();
        for (int row = 0; row < halves.rows(); row++) {
            int inHead = row % size;
            int from = row - inHead + (inHead % 2 == 0 ? inHead / 2 : size / 2 + inHead / 2);
            halves.read(from, 1, values, row * halves.columns());
        }
        return new MemoryTensor(halves.name(), halves.rows(), halves.columns(), values);
    }

    private void addLayer(String block) {
        int queries = config.heads() * config.headSize();
        int keys = config.keyValueHeads() * config.headSize();
        gain(block + "attn_norm.weight");
        add(block + "attn_q.weight", queries, config.width());
        add(block + "attn_k.weight", keys, config.width());
        add(block + "attn_v.weight", keys, config.width());
        add(block + "attn_output.weight", config.width(), queries);
        gain(block + "ffn_norm.weight");
        add(block + "ffn_gate.weight", config.feedForward(), config.width());
        add(block + "ffn_up.weight", config.feedForward(), config.width());
        add(block + "ffn_down.weight", config.width(), config.feedForward());
    }

    private void add(String name, int rows, int columns) {
        tensors.put(name, MemoryTensor.random(name, rows, columns, name.hashCode()));
    }

    private void gain(String name) {
        float[] values = new float[config.width()];
        Random random = new Random(name.hashCode());
        for (int i = 0; i < values.length; i++) {
            values[i] = 1 + 0.1f * (float) random.nextGaussian();
        }
        tensors.put(name, new MemoryTensor(name, 1, values.length, values));
    }

    /** Loads it and opens a session. */
    static LlamaSession session(Checkpoint checkpoint, int threads, Simd simd) {
        return Llama.load(checkpoint, new ModelOptions(threads, simd)).newSession();
    }

    /** Loads it and plants a tree with room for that many pages of keys and values. */
    static PrefixTree tree(TestModel model, int threads, Simd simd, int pages) {
        long bytes = pages * KeyValueCache.pageBytes(model.config());
        return Llama.load(model, new ModelOptions(threads, simd, bytes)).newTree();
    }

    static LlamaSession session(Checkpoint checkpoint) {
        return session(checkpoint, 2, Simd.AUTO);
    }

    /** Seeded tokens. */
    static int[] tokens(int count, long seed) {
        return new Random(seed).ints(count, 0, VOCABULARY).toArray();
    }

    /** All logits after all positions [positions, vocabulary]. */
    static float[][] logits(LlamaSession session) {
        LogProbabilities[] rows = session.after(0, session.length());
        float[][] logits = new float[rows.length][VOCABULARY];
        for (int row = 0; row < rows.length; row++) {
            for (int token = 0; token < VOCABULARY; token++) {
                logits[row][token] = rows[row].logit(token);
            }
        }
        return logits;
    }

    @Override
    public LlamaConfig config() {
        return config;
    }

    @Override
    public Optional<Tensor> find(String name) {
        return Optional.ofNullable(tensors.get(name));
    }

    @Override
    public String fingerprint() {
        return "sha256:test";
    }

    @Override
    public void close() {}
}
