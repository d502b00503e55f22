package dev.touchstone.metrics.regression;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static dev.touchstone.metrics.GoldenRow.assertRefused;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RegressionGoldenTest {

    @Test
    void errorsEqualScikitLearnAndCorrelationsScipy() throws IOException {
        for (GoldenRow row : GoldenRow.of("regression.csv.gz", 1000)) {
            double[] golden = row.numbers(9);
            int n = row.integer();
            double[] gold = row.real(n);
            double[] predicted = row.real(n);
            List<Supplier<Estimate>> ours = List.of(
                    () -> RegressionError.meanAbsolute(gold, predicted),
                    () -> RegressionError.meanSquared(gold, predicted),
                    () -> RegressionError.rootMeanSquared(gold, predicted),
                    () -> RSquared.of(gold, predicted, new Bootstrap(1, 100)),
                    () -> Correlation.pearson(gold, predicted),
                    () -> Correlation.spearman(gold, predicted),
                    () -> Correlation.kendall(gold, predicted));
            double[] values = {golden[0], golden[1], golden[2], golden[3], golden[4], golden[7], golden[8]};
            boolean isNumber = Arrays.stream(predicted).noneMatch(Double::isNaN);
            for (int i = 0; i < values.length; i++) {
                Supplier<Estimate> metric = ours.get(i);
                if (isNumber) {
                    assertClose(metric.get().value(), values[i]);
                } else {
                    assertRefused(metric::get);
                }
            }
            if (isNumber) {
                assertInterval(Correlation.pearson(gold, predicted).interval95(), golden[5], golden[6]);
            }
        }
    }

    private static void assertInterval(@Nullable Interval interval, double low, double high) {
        assertClose(interval == null ? null : Double.valueOf(interval.low()), low);
        assertClose(interval == null ? null : Double.valueOf(interval.high()), high);
    }
}
