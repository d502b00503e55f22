package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class HolmTest {

    @Test
    void adjustedPValuesEqualStatsmodels() throws IOException {
        for (double[] row : Golden.rows("holm.csv")) {
            int m = row.length / 2;
            double[] adjusted = Holm.adjust(Arrays.copyOfRange(row, m, row.length));
            for (int i = 0; i < m; i++) {
                GoldenRow.assertClose(adjusted[i], row[i]);
            }
        }
    }

    @Test
    void aSinglePValueStaysAndNoneGivesNone() {
        assertThat(Holm.adjust(0.04)).containsExactly(0.04);
        assertThat(Holm.adjust()).isEmpty();
    }

    @Test
    void whatIsNoPValueIsRefused() {
        assertThatThrownBy(() -> Holm.adjust(0.1, Double.NaN))
                .hasMessage("p-value 1 of 2 is NaN; it must be from 0 to 1");
    }

    @Test
    void evenOneFalseAlarmIsAsRareAsTheLevelSays() {
        Random random = new Random(11);
        int alarms = 0;
        for (int repeat = 0; repeat < 4000; repeat++) {
            double[] adjusted = Holm.adjust(random.doubles(5).toArray());
            alarms += Arrays.stream(adjusted).anyMatch(p -> p <= 0.05) ? 1 : 0;
        }
        assertThat(alarms / 4000.0).isBetween(0.04, 0.06);
    }
}
