package dev.touchstone.reports.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

    @Test
    void hasNoColoursBelowSurefire() {
        assertThat(Terminal.standard().isLive()).isFalse();
        assertThat(Terminal.standard().style().colour()).isFalse();
    }

    @Test
    void respectsNoColor() {
        assertThat(Terminal.hasColour(true, Map.of())).isTrue();
        assertThat(Terminal.hasColour(true, Map.of("NO_COLOR", ""))).isTrue();
        assertThat(Terminal.hasColour(true, Map.of("NO_COLOR", "1"))).isFalse();
        assertThat(Terminal.hasColour(false, Map.of())).isFalse();
    }

    @Test
    void countsChineseCharactersAsTwoCellsAndCombiningOnesAsNone() {
        assertThat(CellWidth.of("Law 法学")).isEqualTo(8);
        assertThat(CellWidth.of("（答案）")).isEqualTo(8);
        assertThat(CellWidth.of("e\u0301")).isEqualTo(1);
        assertThat(CellWidth.of("– ± ·")).isEqualTo(5);
        assertThat(CellWidth.of("𠮷")).isEqualTo(2);
    }

    @Test
    void cutsBetweenCharactersNeverWiderThanAllowed() {
        assertThat(CellWidth.cut("法学概论", 8, "…")).isEqualTo("法学概论");
        assertThat(CellWidth.cut("法学概论", 7, "…")).isEqualTo("法学概…");
        assertThat(CellWidth.cut("法学概论", 6, "…")).isEqualTo("法学…");
    }
}
