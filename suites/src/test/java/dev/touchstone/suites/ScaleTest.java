package dev.touchstone.suites;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ScaleTest {

    private final Scale scale = Scale.of(List.of("0", "1", "2.5"));

    @Test
    void theNearestPointIsTheHigherOneOfTwo() {
        assertThat(scale.nearest(0.49)).isZero();
        assertThat(scale.nearest(0.5)).isEqualTo(1);
        assertThat(scale.nearest(2.4)).isEqualTo(2);
    }

    @Test
    void aScaleReachesFromItsLowestToItsHighestPoint() {
        assertThat(scale.contains(0)).isTrue();
        assertThat(scale.contains(2.5)).isTrue();
        assertThat(scale.contains(-0.001)).isFalse();
        assertThat(scale.contains(2.501)).isFalse();
        assertThat(scale.contains(Double.NaN)).isFalse();
    }

    @Test
    void pointsThatAreNoScaleAreRefused() {
        String legal = "; legal: at least two finite numbers in ascending order";
        assertThatThrownBy(() -> Scale.of(List.of("yes", "no")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the points of a scale are [yes, no]" + legal);
        assertThatThrownBy(() -> Scale.of(List.of("1", "0")))
                .hasMessage("the points of a scale are [1.0, 0.0]" + legal);
        assertThatThrownBy(() -> Scale.of(List.of("1"))).hasMessage("the points of a scale are [1.0]" + legal);
        assertThatThrownBy(() -> Scale.of(List.of("0", "Infinity"))).hasMessageEndingWith(legal);
        assertThatThrownBy(() -> Scale.of(List.of("NaN", "1"))).hasMessageEndingWith(legal);
    }
}
