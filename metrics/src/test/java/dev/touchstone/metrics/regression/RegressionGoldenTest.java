package dev.touchstone.metrics.regression;

import static dev.touchstone.metrics.GoldenRow.assertClose;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class RegressionGoldenTest {

    @Test
    void errorsEqualScikitLearnAndCorrelationsScipy() throws IOException {
        for (GoldenRow row : GoldenRow.of("regression.csv", 100)) {
            double[] golden = row.numbers(9);
            int n = row.integer();
            double[] gold = row.numbers(n);
            double[] predicted = row.numbers(n);
            assertClose(RegressionError.meanAbsolute(gold, predicted).value(), golden[0]);
            assertClose(RegressionError.meanSquared(gold, predicted).value(), golden[1]);
            assertClose(RegressionError.rootMeanSquared(gold, predicted).value(), golden[2]);
            assertClose(RSquared.of(gold, predicted, new Bootstrap(1, 100)).value(), golden[3]);
            Estimate pearson = Correlation.pearson(gold, predicted);
            assertClose(pearson.value(), golden[4]);
            assertClose(pearson.interval95().low(), golden[5]);
            assertClose(pearson.interval95().high(), golden[6]);
            assertClose(Correlation.spearman(gold, predicted).value(), golden[7]);
            assertClose(Correlation.kendall(gold, predicted).value(), golden[8]);
        }
    }
}
