package dev.touchstone.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class WindowTest {

    @Test
    void rowsOutsideOfTheArrayAreRefused() {
        assertThatThrownBy(() -> new Rows(new float[10], 2, 5, 3))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("rows at 2 with stride 5 and count 3 do not fit in 10 elements");
    }

    @Test
    void panelsOutsideOfTheArrayAreRefused() {
        assertThatThrownBy(() -> new Panels(new float[64], 0, 32, 2, 2))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage("2 panels of depth 2 at 0 with stride 32 do not fit in 64 elements");
    }

    @Test
    void outputsArePaddedToWholePanels() {
        assertThat(Panels.padded(0)).isZero();
        assertThat(Panels.padded(1)).isEqualTo(32);
        assertThat(Panels.padded(32)).isEqualTo(32);
        assertThat(Panels.padded(33)).isEqualTo(64);
    }
}
