package dev.touchstone.metrics.probability;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static dev.touchstone.metrics.GoldenRow.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class ProbabilityGoldenTest {

    private static final Bootstrap FEW = new Bootstrap(1, 100);

    @Test
    void areasEqualScikitLearnAndTheDefinitionOfDeLong() throws IOException {
        for (GoldenRow row : GoldenRow.of("auc.csv.gz", 1000)) {
            double[] golden = row.numbers(3);
            int n = row.integer();
            boolean[] positive = row.flags(n);
            double[] scores = row.real(n);
            if (hasNaN(scores)) {
                assertRefused(() -> RocAuc.of(positive, scores));
                assertRefused(() -> AveragePrecision.of(positive, scores, FEW));
            } else {
                assertClose(RocAuc.of(positive, scores).value(), golden[0]);
                assertClose(RocAuc.of(positive, scores).standardError(), golden[1]);
                assertClose(AveragePrecision.of(positive, scores, FEW).value(), golden[2]);
            }
        }
    }

    @Test
    void curvesEqualScikitLearn() throws IOException {
        for (GoldenRow row : GoldenRow.of("curves.csv.gz", 1000)) {
            int places = row.integer();
            int points = row.integer();
            double[][] roc = {row.numbers(places), row.numbers(places), row.numbers(places)};
            double[][] precisionRecall = {row.numbers(points), row.numbers(points), row.numbers(points)};
            int n = row.integer();
            boolean[] positive = row.flags(n);
            double[] scores = row.real(n);
            if (hasNaN(scores)) {
                assertRefused(() -> RocCurve.of(positive, scores));
                assertRefused(() -> PrecisionRecallCurve.of(positive, scores));
            } else {
                assertRoc(RocCurve.of(positive, scores), roc);
                assertPrecisionRecall(PrecisionRecallCurve.of(positive, scores), precisionRecall);
            }
        }
    }

    private static void assertRoc(List<RocPoint> ours, double[][] golden) {
        assertThat(ours).hasSize(golden[0].length);
        for (int i = 0; i < ours.size(); i++) {
            assertClose(ours.get(i).falsePositiveRate(), golden[0][i]);
            assertClose(ours.get(i).truePositiveRate(), golden[1][i]);
            assertThat(ours.get(i).threshold()).isEqualTo(golden[2][i]);
        }
    }

    private static void assertPrecisionRecall(List<PrecisionRecallPoint> ours, double[][] golden) {
        assertThat(ours).hasSize(golden[0].length);
        for (int i = 0; i < ours.size(); i++) {
            assertClose(ours.get(i).precision(), golden[0][i]);
            assertClose(ours.get(i).recall(), golden[1][i]);
            assertThat(ours.get(i).threshold()).isEqualTo(golden[2][i]);
        }
    }

    @Test
    void probabilityMetricsEqualScikitLearn() throws IOException {
        for (GoldenRow row : GoldenRow.of("probability.csv.gz", 1000)) {
            double[] golden = row.numbers(7);
            int classes = row.integer();
            int n = row.integer();
            int[] gold = row.integers(n);
            double[][] probabilities = row.matrix(n, classes);
            Answers answers = Answers.of(gold, probabilities);
            List<Supplier<Estimate>> ours = List.of(
                    () -> RocAuc.macro(gold, probabilities),
                    () -> RocAuc.weighted(gold, probabilities),
                    () -> Brier.multiclass(gold, probabilities),
                    () -> Brier.binary(answers.isOne(), answers.one()),
                    () -> LogLoss.of(answers.ofGold()),
                    () -> Calibration.expectedError(answers.confidence(), answers.right(), 10, FEW),
                    () -> Calibration.expectedError(answers.confidence(), answers.right(), 15, FEW));
            boolean isNumber = Arrays.stream(probabilities).noneMatch(ProbabilityGoldenTest::hasNaN);
            for (int i = 0; i < golden.length; i++) {
                if (isNumber) {
                    assertClose(ours.get(i).get().value(), golden[i]);
                }
            }
            if (!isNumber) {
                assertRefused(() -> RocAuc.macro(gold, probabilities));
                assertRefused(() -> Brier.multiclass(gold, probabilities));
                assertRefused(() -> Brier.binary(answers.isOne(), answers.one()));
            }
        }
    }

    private static boolean hasNaN(double[] values) {
        return Arrays.stream(values).anyMatch(Double::isNaN);
    }

    private record Answers(boolean[] isOne, double[] one, double[] ofGold, double[] confidence, boolean[] right) {

        static Answers of(int[] gold, double[][] probabilities) {
            int n = gold.length;
            Answers answers = new Answers(new boolean[n], new double[n], new double[n], new double[n], new boolean[n]);
            for (int i = 0; i < n; i++) {
                int best = 0;
                for (int label = 1; label < probabilities[i].length; label++) {
                    best = probabilities[i][label] > probabilities[i][best] ? label : best;
                }
                answers.isOne[i] = gold[i] == 1;
                answers.one[i] = probabilities[i][1];
                answers.ofGold[i] = probabilities[i][gold[i]];
                answers.confidence[i] = probabilities[i][best];
                answers.right[i] = best == gold[i];
            }
            return answers;
        }
    }
}
