package dev.touchstone.metrics.probability;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbabilityGoldenTest {

    private static final Bootstrap FEW = new Bootstrap(1, 100);

    @Test
    void areasEqualScikitLearnAndTheDefinitionOfDeLong() throws IOException {
        for (GoldenRow row : GoldenRow.of("auc.csv", 100)) {
            double[] golden = row.numbers(3);
            int n = row.integer();
            boolean[] positive = row.flags(n);
            double[] scores = row.numbers(n);
            Estimate auc = RocAuc.of(positive, scores);
            assertClose(auc.value(), golden[0]);
            if (golden[1] > 0) {
                assertClose(auc.standardError(), golden[1]);
            } else {
                assertThat(auc.standardError()).isNull();
            }
            assertClose(AveragePrecision.of(positive, scores, FEW).value(), golden[2]);
        }
    }

    @Test
    void curvesEqualScikitLearn() throws IOException {
        for (GoldenRow row : GoldenRow.of("curves.csv", 20)) {
            int points = row.integer();
            double[][] golden = row.matrix(5, points);
            int n = row.integer();
            boolean[] positive = row.flags(n);
            double[] scores = row.numbers(n);
            List<RocPoint> roc = RocCurve.of(positive, scores);
            List<PrecisionRecallPoint> precisionRecall = PrecisionRecallCurve.of(positive, scores);
            assertThat(roc).hasSize(points);
            assertThat(precisionRecall).hasSize(points);
            for (int i = 0; i < points; i++) {
                assertClose(roc.get(i).falsePositiveRate(), golden[0][i]);
                assertClose(roc.get(i).truePositiveRate(), golden[1][i]);
                assertThat(roc.get(i).threshold()).isEqualTo(golden[2][i]);
                assertThat(precisionRecall.get(i).threshold()).isEqualTo(golden[2][i]);
                assertClose(precisionRecall.get(i).precision(), golden[3][i]);
                assertClose(precisionRecall.get(i).recall(), golden[4][i]);
            }
        }
    }

    @Test
    void probabilityMetricsEqualScikitLearn() throws IOException {
        for (GoldenRow row : GoldenRow.of("probability.csv", 60)) {
            double[] golden = row.numbers(7);
            int classes = row.integer();
            int n = row.integer();
            int[] gold = row.integers(n);
            double[][] probabilities = row.matrix(n, classes);
            Answers answers = Answers.of(gold, probabilities);
            assertClose(RocAuc.macro(gold, probabilities).value(), golden[0]);
            assertClose(RocAuc.weighted(gold, probabilities).value(), golden[1]);
            assertClose(Brier.multiclass(gold, probabilities).value(), golden[2]);
            assertClose(Brier.binary(answers.isOne(), answers.one()).value(), golden[3]);
            assertClose(LogLoss.of(answers.ofGold()).value(), golden[4]);
            assertClose(ece(answers, 10), golden[5]);
            assertClose(ece(answers, 15), golden[6]);
        }
    }

    private static Double ece(Answers answers, int bins) {
        return Calibration.expectedError(answers.confidence(), answers.right(), bins, FEW)
                .value();
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
