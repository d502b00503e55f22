package dev.touchstone.metrics.classification;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Bootstrap;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class ClassificationGoldenTest {

    private static final Bootstrap FEW = new Bootstrap(1, 100);

    @Test
    void valuesEqualScikitLearnWhereItsValueIsDefined() throws IOException {
        for (GoldenRow row : GoldenRow.of("classification.csv.gz", 1000)) {
            double[] golden = row.numbers(13);
            int labels = row.integer();
            int n = row.integer();
            Confusion confusion = Confusion.of(row.integers(n), row.integers(n), labels);
            Estimate[] ours = {
                Precision.of(confusion, 1), Recall.of(confusion, 1), F1.of(confusion, 1, FEW),
                Precision.macro(confusion, FEW), Recall.macro(confusion, FEW), F1.macro(confusion, FEW),
                Precision.weighted(confusion, FEW), Recall.weighted(confusion, FEW), F1.weighted(confusion, FEW),
                Precision.micro(confusion), Recall.micro(confusion), F1.micro(confusion, FEW),
                Mcc.of(confusion, FEW)
            };
            for (int i = 0; i < golden.length; i++) {
                assertClose(ours[i].value(), golden[i]);
            }
            assertCounts(confusion, row.integers(labels * (labels + 1)));
        }
    }

    /** Rows of gold labels; first those without an answer, then each answer. */
    private static void assertCounts(Confusion confusion, int[] table) {
        for (int cell = 0; cell < table.length; cell++) {
            int row = cell / (confusion.labels() + 1);
            assertThat(confusion.count(row, cell % (confusion.labels() + 1) - 1))
                    .isEqualTo(table[cell]);
        }
    }

    @Test
    void theBootstrapAgreesWithTheOneOfScipy() throws IOException {
        for (GoldenRow row : GoldenRow.of("bootstrap.csv.gz", 5)) {
            double[] f1 = row.numbers(3);
            double[] mcc = row.numbers(3);
            int labels = row.integer();
            int n = row.integer();
            Confusion confusion = Confusion.of(row.integers(n), row.integers(n), labels);
            assertAgrees(F1.macro(confusion, Bootstrap.seeded(1)), f1);
            assertAgrees(Mcc.of(confusion, Bootstrap.seeded(1)), mcc);
        }
    }

    /** Two samples of 10,000: the standard error moves by 1 %, an end by 3 % of the standard error; asserted at three times that. */
    private static void assertAgrees(Estimate ours, double[] golden) {
        assertThat(ours.standardError()).isCloseTo(golden[0], within(0.03 * golden[0]));
        assertThat(ours.interval95().low()).isCloseTo(golden[1], within(0.1 * golden[0]));
        assertThat(ours.interval95().high()).isCloseTo(golden[2], within(0.1 * golden[0]));
    }
}
