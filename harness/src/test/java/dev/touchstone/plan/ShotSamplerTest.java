package dev.touchstone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task.Apart;
import dev.touchstone.suites.Task.Draw;
import dev.touchstone.suites.Task.Shots;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The indexes are those of lm-evaluation-harness 0.4.13's {@code ContextSampler} with seed 1234 (Python 3.11). */
class ShotSamplerTest {

    private static final List<Item> ITEMS = items(4, "item");

    @Test
    void aRandomDrawGoesOnFromItemToItem() {
        PlannedShots shots = choose(Draw.RANDOM, Apart.NOTHING, items(7473, "example"), 5);
        assertThat(indexes(shots, 0)).containsExactly(6374, 3610, 957, 61, 742);
        assertThat(indexes(shots, 3)).containsExactly(1939, 142, 252, 6461, 129);
        assertThat(shots.areShared()).isFalse();
        assertThat(shots.count()).isEqualTo(5);
    }

    @Test
    void oneMoreIsDrawnWhereItemsAreKeptApart() {
        PlannedShots shots = choose(Draw.RANDOM, Apart.SAME_ROW, items(8551, "example"), 5);
        assertThat(indexes(shots, 0)).containsExactly(7220, 1914, 122, 1485, 572);
        assertThat(indexes(shots, 1)).containsExactly(1612, 5810, 3879, 285, 504);
    }

    /** Seed 1234 draws 7, 1, 0 of ten first: example 1 equals the item. */
    @Test
    void theItemItselfIsLeftOut() {
        List<Item> examples = items(10, "item");
        Item item = examples.get(1);
        ShotSampler sampler = new ShotSampler(new Shots(Draw.RANDOM, Apart.EQUAL, null), examples, 2);
        assertThat(sampler.needed()).isEqualTo(3);
        assertThat(sampler.choose(List.of(item), 1234).of(item))
                .extracting(Item::index)
                .containsExactly(7, 0);
    }

    /** Of the drawn 7, 1 and 0 all are copies of the item, so that two are drawn from the seven others. */
    @Test
    void anItemThatIsThereSeveralTimesIsReplaced() {
        List<Item> examples = IntStream.range(0, 10)
                .mapToObj(i -> item(i, i == 0 || i == 1 || i == 7 ? "copy" : "other " + i))
                .toList();
        ShotSampler sampler = new ShotSampler(new Shots(Draw.RANDOM, Apart.EQUAL, null), examples, 2);
        Item item = item(99, "copy");
        assertThat(sampler.choose(List.of(item), 1234).of(item))
                .extracting(Item::index)
                .containsExactly(2, 6);
    }

    @Test
    void theFirstOnesAreSharedUnlessAnItemIsAmongThem() {
        assertThat(choose(Draw.FIRST, Apart.NOTHING, items(5, "example"), 2).shared())
                .extracting(Item::index)
                .containsExactly(0, 1);
        PlannedShots apart = choose(Draw.FIRST, Apart.EQUAL, ITEMS, 2);
        assertThat(indexes(apart, 0)).containsExactly(1, 2);
        assertThat(indexes(apart, 3)).containsExactly(0, 1);
    }

    private static PlannedShots choose(Draw draw, Apart apart, List<Item> examples, int count) {
        return new ShotSampler(new Shots(draw, apart, null), examples, count).choose(ITEMS, 1234);
    }

    private static List<Integer> indexes(PlannedShots shots, int item) {
        return shots.of(ITEMS.get(item)).stream().map(Item::index).toList();
    }

    private static List<Item> items(int count, String text) {
        return IntStream.range(0, count).mapToObj(i -> item(i, text + " " + i)).toList();
    }

    private static Item item(int index, String text) {
        return new Item(index, Map.of("text", text), 0, Path.of("x.csv"), index + 1);
    }
}
