package dev.touchstone.reference.llama;

import dev.touchstone.reference.math.SplitMix64;
import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.Tensor;
import java.util.Arrays;
import java.util.Optional;

/**
 * Random weights as before training, made when they are read. Gains are 1. Matrices are uniform with mean 0 and standard deviation 0.02, as
 * GPT-2 and Llama begin (their {@code initializer_range}; only the variance matters here), or 0.4 / sqrt(width) where that is less: logits
 * then deviate by at most about 0.4 from each other, so that the first loss is at most 0.08 above ln(vocabulary), whatever the width.
 */
final class UntrainedCheckpoint implements Checkpoint {

    private static final double DEVIATION = 0.02;
    private static final double LOGIT_DEVIATION = 0.4;

    private final LlamaConfig config;
    private final long seed;
    private final double deviation;

    UntrainedCheckpoint(LlamaConfig config, long seed) {
        this.config = config;
        this.seed = seed;
        this.deviation = Math.min(DEVIATION, LOGIT_DEVIATION / Math.sqrt(config.width()));
    }

    @Override
    public LlamaConfig config() {
        return config;
    }

    @Override
    public Optional<Tensor> find(String name) {
        int queries = config.heads() * config.headSize();
        int keys = config.keyValueHeads() * config.headSize();
        return switch (withoutNumbers(name)) {
            case "attn_norm.weight", "ffn_norm.weight", "output_norm.weight" ->
                Optional.of(new Ones(name, config.width()));
            case "token_embd.weight", "output.weight" -> random(name, config.vocabulary(), config.width());
            case "attn_q.weight" -> random(name, queries, config.width());
            case "attn_k.weight", "attn_v.weight" -> random(name, keys, config.width());
            case "attn_output.weight" -> random(name, config.width(), queries);
            case "ffn_gate_inp.weight" -> random(name, config.experts().count(), config.width());
            case "ffn_gate.weight", "ffn_up.weight" -> random(name, config.feedForward(), config.width());
            case "ffn_down.weight" -> random(name, config.width(), config.feedForward());
            default -> Optional.empty();
        };
    }

    /** {@code ffn_up.weight} for {@code blk.3.ffn_up.7.weight}. */
    private static String withoutNumbers(String name) {
        return name.replaceFirst("^blk\\.[0-9]+\\.", "").replaceFirst("\\.[0-9]+\\.", ".");
    }

    private Optional<Tensor> random(String name, int rows, int columns) {
        // String.hashCode is specified, so the seed of a tensor is the same on every JVM.
        return Optional.of(new Uniform(name, rows, columns, seed * 31 + name.hashCode(), deviation));
    }

    @Override
    public String fingerprint() {
        return "seed " + seed;
    }

    @Override
    public void close() {}

    private record Ones(String name, int columns) implements Tensor {

        @Override
        public String type() {
            return "F32";
        }

        @Override
        public int rows() {
            return 1;
        }

        @Override
        public void read(int row, int count, float[] into, int offset) {
            Arrays.fill(into, offset, offset + count * columns, 1f);
        }
    }

    /** Each row has numbers of its own, so that threads may read rows in any order. */
    private record Uniform(String name, int rows, int columns, long seed, double deviation) implements Tensor {

        @Override
        public String type() {
            return "F32";
        }

        @Override
        public void read(int row, int count, float[] into, int offset) {
            // A uniform number on [0, 1) has variance 1/12.
            double scale = deviation * Math.sqrt(12);
            for (int r = 0; r < count; r++) {
                SplitMix64 random = new SplitMix64(new SplitMix64(seed + row + r).nextLong());
                for (int i = 0; i < columns; i++) {
                    into[offset + r * columns + i] = (float) ((random.nextDouble() - 0.5) * scale);
                }
            }
        }
    }
}
