package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.endtoend.GoldenComparison.Part;
import org.junit.jupiter.api.Test;

class GoldenComparisonTest {

    private final GoldenComparison found = new GoldenComparison("some-file");

    @Test
    void countsWhatIsEqualAndSaysWhatIsNot() {
        found.equal(Part.TEXTS, "mmlu/law#0", "a", "a");
        found.equal(Part.TEXTS, "mmlu/law#1", "a", "b");
        assertThat(found.share(Part.TEXTS)).isEqualTo(0.5);
        assertThat(found.differences()).containsExactly("mmlu/law#1, texts: a, expected b");
        assertThat(found.toString()).contains("some-file").contains("1/2");
    }

    @Test
    void aLogLikelihoodMayDifferBy2e4And2e5OfItself() {
        found.near("near", -100.0021, -100);
        found.near("far", -100.0023, -100);
        assertThat(found.differences()).containsExactly("far, values: -100.0023, expected -100.0");
        assertThat(found.toString()).contains("1/2").contains("2.3e-03");
    }
}
