package dev.touchstone.metrics;

import static dev.touchstone.metrics.GoldenRow.assertClose;

import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorpusGoldenTest {

    private static final double[] SHARES = {0, 0.01, 0.25, 0.5, 0.9, 0.99, 1};

    @Test
    void perplexityEqualsTheWeightedRegressionOfStatsmodels() throws IOException {
        for (GoldenRow row : GoldenRow.of("perplexity.csv.gz", 1000)) {
            double[] golden = row.numbers(6);
            int n = row.integer();
            double[] logs = row.real(n);
            int[] units = row.integers(n);
            Estimate perplexity = Perplexity.of(logs, units);
            assertClose(perplexity.value(), golden[0]);
            assertClose(perplexity.standardError(), golden[1]);
            assertClose(perplexity.interval95().low(), golden[2]);
            assertClose(perplexity.interval95().high(), golden[3]);
            assertClose(Perplexity.bitsPerByte(logs, units).value(), golden[4]);
            assertClose(Perplexity.bitsPerByte(logs, units).standardError(), golden[5]);
        }
    }

    @Test
    void clusteredStandardErrorsEqualStatsmodels() throws IOException {
        for (GoldenRow row : GoldenRow.of("clustered.csv.gz", 1000)) {
            double[] golden = row.numbers(6);
            int n = row.integer();
            double[] scores = row.real(n);
            int[] clusters = row.integers(n);
            Estimate estimate = ClusteredMean.of(scores, clusters);
            assertClose(estimate.value(), golden[0]);
            assertClose(ClusteredMean.withoutCorrection(scores, clusters).standardError(), golden[1]);
            assertClose(estimate.standardError(), golden[2]);
            assertClose(estimate.interval95().low(), golden[3]);
            assertClose(estimate.interval95().high(), golden[4]);
        }
    }

    @Test
    void percentilesEqualNumpy() throws IOException {
        for (GoldenRow row : GoldenRow.of("percentiles.csv.gz", 1000)) {
            double[] golden = row.numbers(SHARES.length);
            Percentiles percentiles = Percentiles.of(row.rest());
            for (int i = 0; i < golden.length; i++) {
                assertClose(percentiles.at(SHARES[i]), golden[i]);
            }
        }
    }

    @Test
    void divergencesEqualScipy() throws IOException {
        for (GoldenRow row : GoldenRow.of("divergence.csv.gz", 1000)) {
            double kl = row.number();
            double jensenShannon = row.number();
            int n = row.integer();
            double[] logP = logs(row.real(n));
            double[] logQ = logs(row.real(n));
            assertClose(Divergence.kl(logP, logQ), kl);
            assertClose(Divergence.jensenShannon(logP, logQ), jensenShannon);
        }
    }

    private static double[] logs(double[] probabilities) {
        return Arrays.stream(probabilities).map(StrictMath::log).toArray();
    }
}
