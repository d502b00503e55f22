package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Arrays;

/** Scores of the first query head of the first block: the one place where queries and keys depend on single tokens and positions only. */
final class FirstHead {

    private final LlamaConfig config;
    private final Decoder decoder;
    private final Activations activations;

    /** @param activations memory for {@link LlamaSession#CHUNK} positions */
    FirstHead(LlamaConfig config, Decoder decoder, Activations activations) {
        this.config = config;
        this.decoder = decoder;
        this.activations = activations;
    }

    /** Scores [tokens, tokens], products and sums in double. */
    double[][] scores(int[] tokens) {
        float[][] queries = new float[tokens.length][];
        float[][] keys = new float[tokens.length][];
        for (int from = 0; from < tokens.length; from += LlamaSession.CHUNK) {
            int to = Math.min(tokens.length, from + LlamaSession.CHUNK);
            Activations state = activations.first(to - from);
            decoder.firstQueriesAndKeys(Arrays.copyOfRange(tokens, from, to), from, state);
            for (int token = from; token < to; token++) {
                queries[token] = head(state.queryKeyValue(), token - from, 0);
                keys[token] = head(state.queryKeyValue(), token - from, decoder.firstKey());
            }
        }
        return scores(queries, keys);
    }

    private float[] head(Rows rows, int row, int column) {
        int from = rows.at(row) + column;
        return Arrays.copyOfRange(rows.data(), from, from + config.headSize());
    }

    private double[][] scores(float[][] queries, float[][] keys) {
        double scale = 1 / Math.sqrt(config.headSize());
        double[][] scores = new double[queries.length][keys.length];
        for (int i = 0; i < queries.length; i++) {
            for (int j = 0; j < keys.length; j++) {
                scores[i][j] = scale * dot(queries[i], keys[j]);
            }
        }
        return scores;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
