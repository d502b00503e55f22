package dev.touchstone.suites.mini.sums;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DrawingTest {

    private static final Map<String, List<String>> LISTS = Map.of("name", List.of("Anna", "Ben"));

    @Test
    void numbersKeepTheirRangesAndConditions() {
        SumTemplate template = template(Map.of("a", "2..5"), Map.of("b", "a * a"), List.of("a != 3"), Map.of());
        Random random = new Random(1);
        for (int i = 0; i < 100; i++) {
            Drawing drawing = Drawing.draw(template, LISTS, random);
            assertThat(drawing.numbers().get("a").toWhole()).isBetween(2L, 5L).isNotEqualTo(3);
            assertThat(drawing.numbers().get("b"))
                    .isEqualTo(drawing.numbers().get("a").power(2));
        }
    }

    @Test
    void listedValuesAreTheOnlyOnes() {
        SumTemplate template = template(Map.of("a", "10 20 50"), Map.of(), List.of(), Map.of());
        Random random = new Random(1);
        for (int i = 0; i < 30; i++) {
            assertThat(Drawing.draw(template, LISTS, random).numbers().get("a").toWhole())
                    .isIn(10L, 20L, 50L);
        }
    }

    @Test
    void wordsFromOneListDiffer() {
        SumTemplate template =
                template(Map.of("a", "1..2"), Map.of(), List.of(), Map.of("one", "name", "other", "name"));
        assertThat(Drawing.draw(template, LISTS, new Random(1)).words().values())
                .containsExactlyInAnyOrder("Anna", "Ben");
    }

    @Test
    void whatCannotBeDrawnNamesTheTemplate() {
        assertThatThrownBy(() -> draw(template(Map.of("a", "1..2"), Map.of(), List.of("a > 2"), Map.of())))
                .hasMessage("template 'test': no numbers meet [a > 2]; widen the ranges of {a=1..2}");
        assertThatThrownBy(() -> draw(template(Map.of("a", "3..2"), Map.of(), List.of(), Map.of())))
                .hasMessage("template 'test': range 3..2 is empty for {}");
        assertThatThrownBy(() -> draw(template(Map.of("a", "1..2"), Map.of(), List.of(), Map.of("x", "animal"))))
                .hasMessage("template 'test': no word left for 'x' in the list 'animal'; there are [name]");
    }

    @Test
    void calculationsShowTheirNumbersAndPutNegativeOnesInBrackets() {
        SumTemplate template = template(Map.of("a", "7..7", "b", "-3..-3"), Map.of(), List.of(), Map.of());
        Wording wording = new Wording(Drawing.draw(template, LISTS, new Random(1)), Notation.MATH);
        assertThat(wording.plain("[a] [+b] [+a], [[a - b]], [[b / a]]"))
                .isEqualTo("7 - 3 + 7, 7 - (-3) = 10, -3 / 7 = -3/7");
        assertThat(wording.latex("$[b / a]$, $[[a * a]]$")).isEqualTo("$-\\frac{3}{7}$, $7 \\cdot 7 = 49$");
        assertThat(wording.calculations("[a]x = [[a + a]]")).containsExactly("7 + 7 = 14");
    }

    private static void draw(SumTemplate template) {
        Drawing.draw(template, LISTS, new Random(1));
    }

    private static SumTemplate template(
            Map<String, String> draw, Map<String, String> let, List<String> where, Map<String, String> words) {
        return new SumTemplate("test", 1, words, draw, let, where, List.of("?"), List.of(), "[a]", "");
    }
}
