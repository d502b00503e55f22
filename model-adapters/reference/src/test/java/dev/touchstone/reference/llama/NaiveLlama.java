package dev.touchstone.reference.llama;

import dev.touchstone.reference.tensor.Checkpoint;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/** The forward pass written from the paper in double precision: one position after the other, no blocking, no cache layout. */
final class NaiveLlama {

    private final Checkpoint checkpoint;
    private final LlamaConfig config;
    private final double[] frequencies;
    private final List<List<double[]>> keys = new ArrayList<>();
    private final List<List<double[]>> values = new ArrayList<>();

    NaiveLlama(Checkpoint checkpoint, double[] frequencies) {
        this.checkpoint = checkpoint;
        this.config = checkpoint.config();
        this.frequencies = frequencies;
        for (int layer = 0; layer < config.layers(); layer++) {
            keys.add(new ArrayList<>());
            values.add(new ArrayList<>());
        }
    }

    double[] logits(int token, int position) {
        double[] x = row("token_embd.weight", token);
        for (int layer = 0; layer < config.layers(); layer++) {
            String block = "blk." + layer + ".";
            x = plus(x, attention(layer, block, norm(x, block + "attn_norm.weight"), position));
            x = plus(x, feedForward(block, norm(x, block + "ffn_norm.weight")));
        }
        return times(config.tiedEmbeddings() ? "token_embd.weight" : "output.weight", norm(x, "output_norm.weight"));
    }

    /** Scores of the first head of the first block before mask and softmax, [tokens, tokens]. */
    double[][] firstScores(int[] tokens, int firstPosition) {
        double[][] queries = new double[tokens.length][];
        double[][] keys = new double[tokens.length][];
        for (int i = 0; i < tokens.length; i++) {
            double[] x = norm(row("token_embd.weight", tokens[i]), "blk.0.attn_norm.weight");
            queries[i] = rotated(times("blk.0.attn_q.weight", x), firstPosition + i);
            keys[i] = rotated(times("blk.0.attn_k.weight", x), firstPosition + i);
        }
        double[][] scores = new double[tokens.length][tokens.length];
        for (int i = 0; i < tokens.length; i++) {
            for (int j = 0; j < tokens.length; j++) {
                for (int e = 0; e < config.headSize(); e++) {
                    scores[i][j] += queries[i][e] * keys[j][e] / Math.sqrt(config.headSize());
                }
            }
        }
        return scores;
    }

    private double[] attention(int layer, String block, double[] x, int position) {
        double[] query = rotated(times(block + "attn_q.weight", x), position);
        keys.get(layer).add(rotated(times(block + "attn_k.weight", x), position));
        values.get(layer).add(times(block + "attn_v.weight", x));
        double[] attended = new double[query.length];
        for (int head = 0; head < config.heads(); head++) {
            int shared = head / (config.heads() / config.keyValueHeads());
            attend(query, head, keys.get(layer), values.get(layer), shared, attended);
        }
        return times(block + "attn_output.weight", attended);
    }

    private void attend(
            double[] query, int head, List<double[]> keys, List<double[]> values, int shared, double[] out) {
        int size = config.headSize();
        double[] weights = new double[keys.size()];
        double sum = 0;
        for (int t = 0; t < weights.length; t++) {
            double score = 0;
            for (int i = 0; i < size; i++) {
                score += query[head * size + i] * keys.get(t)[shared * size + i];
            }
            weights[t] = Math.exp(score / Math.sqrt(size));
            sum += weights[t];
        }
        for (int t = 0; t < weights.length; t++) {
            for (int i = 0; i < size; i++) {
                out[head * size + i] += weights[t] / sum * values.get(t)[shared * size + i];
            }
        }
    }

    private double[] rotated(double[] x, int position) {
        int half = config.headSize() / 2;
        double[] y = new double[x.length];
        for (int i = 0; i < x.length / 2; i++) {
            int start = i / half * config.headSize();
            int pair = i % half;
            boolean halves = config.rope().pairs() == Pairs.HALVES;
            int a = start + (halves ? pair : 2 * pair);
            int b = halves ? a + half : a + 1;
            double angle = position * frequencies[pair];
            y[a] = x[a] * Math.cos(angle) - x[b] * Math.sin(angle);
            y[b] = x[b] * Math.cos(angle) + x[a] * Math.sin(angle);
        }
        return y;
    }

    private double[] feedForward(String block, double[] x) {
        double[] gate = times(block + "ffn_gate.weight", x);
        double[] up = times(block + "ffn_up.weight", x);
        for (int i = 0; i < gate.length; i++) {
            gate[i] = gate[i] / (1 + Math.exp(-gate[i])) * up[i];
        }
        return times(block + "ffn_down.weight", gate);
    }

    private double[] norm(double[] x, String name) {
        double[] gain = row(name, 0);
        double squares = 0;
        for (double value : x) {
            squares += value * value;
        }
        double[] y = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = x[i] / Math.sqrt(squares / x.length + config.rmsEpsilon()) * gain[i];
        }
        return y;
    }

    private double[] times(String name, double[] x) {
        double[] y = new double[tensor(name).rows()];
        for (int n = 0; n < y.length; n++) {
            double[] weights = row(name, n);
            for (int k = 0; k < x.length; k++) {
                y[n] += weights[k] * x[k];
            }
        }
        return y;
    }

    private static double[] plus(double[] x, double[] y) {
        double[] sum = x.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += y[i];
        }
        return sum;
    }

    private double[] row(String name, int row) {
        float[] read = new float[tensor(name).columns()];
        tensor(name).read(row, 1, read, 0);
        double[] values = new double[read.length];
        for (int i = 0; i < read.length; i++) {
            values[i] = read[i];
        }
        return values;
    }

    private Tensor tensor(String name) {
        return checkpoint.find(name).orElseThrow();
    }
}
