package dev.touchstone.metrics.paired;

import static dev.touchstone.metrics.GoldenRow.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.GoldenRow;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class StratifiedTest {

    @Test
    void thePooledTestEqualsStatsmodelsAndScipyAndTheErrorTheSumOfTheStrata() throws IOException {
        for (GoldenRow row : GoldenRow.of("strata.csv", 60)) {
            double[] p = row.numbers(2);
            double[] difference = row.numbers(2);
            List<PairedOutcomes> suites = new ArrayList<>();
            for (int left = row.integer(); left > 0; left--) {
                suites.add(new PairedOutcomes(row.integer(), row.integer(), row.integer(), row.integer()));
            }
            PairedTest test = McNemar.exact(Stratified.pooled(suites));
            assertClose(test.twoSided(), p[0]);
            assertClose(test.worse(), p[1]);
            Estimate ours = Stratified.difference(suites);
            assertClose(ours.value(), difference[0]);
            assertClose(ours.standardError(), difference[1]);
            assertThat(ours.interval95().high() - ours.value())
                    .isCloseTo(1.959964 * difference[1], within(1e-6 * difference[1]));
        }
    }

    @Test
    void whatDiffersBetweenSuitesIsNoUncertainty() {
        PairedOutcomes up = new PairedOutcomes(0, 0, 50, 0);
        PairedOutcomes down = new PairedOutcomes(0, 50, 0, 0);
        assertThat(Stratified.difference(List.of(up, down)).standardError()).isZero();
        assertThat(PairedDifference.ofAccuracies(Stratified.pooled(List.of(up, down)))
                        .standardError())
                .isGreaterThan(0.09);
    }

    @Test
    void emptySuitesCountForNothingAndOneItemHasNoSpread() {
        PairedOutcomes empty = new PairedOutcomes(0, 0, 0, 0);
        PairedOutcomes one = new PairedOutcomes(0, 1, 0, 0);
        assertThat(Stratified.difference(List.of(empty))).isEqualTo(Estimate.undefined(0, "no item was evaluated"));
        assertThat(Stratified.difference(List.of(empty, one)).value()).isEqualTo(-1);
        assertThat(Stratified.difference(List.of(empty, one)).undefined())
                .isEqualTo("the standard error and the interval are undefined: one item has no spread");
    }
}
