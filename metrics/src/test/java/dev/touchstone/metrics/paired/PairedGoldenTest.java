package dev.touchstone.metrics.paired;

import static dev.touchstone.metrics.GoldenRow.assertClose;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PairedGoldenTest {

    @Test
    void testsOfScoresEqualScipy() throws IOException {
        for (GoldenRow row : GoldenRow.of("paired.csv.gz", 1000)) {
            double[] student = row.numbers(3);
            double[] permutation = row.numbers(3);
            int n = row.integer();
            double[] baseline = row.real(n);
            double[] candidate = row.real(n);
            assertEqual(PairedT.test(baseline, candidate), student);
            assertEqual(SignFlip.test(baseline, candidate, 1), permutation);
        }
    }

    @Test
    void mcNemarEqualsStatsmodelsAndTheIntervalTheFormulaOfNewcombe() throws IOException {
        for (GoldenRow row : GoldenRow.of("flips.csv.gz", 1000)) {
            double[] pValues = row.numbers(3);
            double[] difference = row.numbers(3);
            PairedOutcomes outcomes = new PairedOutcomes(row.integer(), row.integer(), row.integer(), row.integer());
            assertEqual(McNemar.exact(outcomes), pValues);
            Estimate ours = PairedDifference.ofAccuracies(outcomes);
            assertClose(ours.standardError(), difference[0]);
            assertClose(ours.interval95().low(), difference[1]);
            assertClose(ours.interval95().high(), difference[2]);
        }
    }

    @Test
    void theClusteredTestEqualsStatsmodels() throws IOException {
        for (GoldenRow row : GoldenRow.of("clustered.csv.gz", 1000)) {
            double p = row.numbers(6)[5];
            int n = row.integer();
            double[] differences = row.real(n);
            double[] noBaseline = new double[n];
            int[] clusters = row.integers(n);
            if (!Double.isNaN(p)) { // NaN where only rounding is left of the clusters' spread
                assertClose(PairedT.test(noBaseline, differences, clusters).twoSided(), p);
            }
        }
    }

    private static void assertEqual(PairedTest ours, double[] golden) {
        assertClose(ours.twoSided(), golden[0]);
        assertClose(ours.worse(), golden[1]);
        assertClose(ours.better(), golden[2]);
    }
}
