package dev.touchstone.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.config.RunConfiguration.Subset;
import dev.touchstone.suites.Item;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SubsetSelectorTest {

    private static final List<Item> ITEMS = IntStream.range(0, 100)
            .mapToObj(i -> new Item(i, Map.of(), 0, Path.of("x.csv"), i + 1))
            .toList();

    @Test
    void allItemsAreTheDefault() {
        assertThat(select(new Subset.All(), 1)).isEqualTo(ITEMS);
    }

    @Test
    void aLimitTakesTheFirstItems() {
        assertThat(select(new Subset.First(3), 1)).isEqualTo(ITEMS.subList(0, 3));
        assertThat(select(new Subset.First(101), 1)).isEqualTo(ITEMS);
    }

    @Test
    void aSampleIsDrawnWithoutRepetitionAndKeepsTheFilesOrder() {
        assertThat(select(new Subset.Sample(10), 1))
                .hasSize(10)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo((a, b) -> Integer.compare(a.index(), b.index()))
                .isNotEqualTo(ITEMS.subList(0, 10));
    }

    @Test
    void aShareIsRoundedUp() {
        assertThat(select(new Subset.Share(0.5), 1)).hasSize(1);
        assertThat(select(new Subset.Share(100), 1)).isEqualTo(ITEMS);
    }

    @Test
    void theSeedDecidesTheSample() {
        assertThat(select(new Subset.Sample(10), 1)).isEqualTo(select(new Subset.Sample(10), 1));
        assertThat(select(new Subset.Sample(10), 1)).isNotEqualTo(select(new Subset.Sample(10), 2));
    }

    private static List<Item> select(Subset subset, long seed) {
        return SubsetSelector.select(ITEMS, subset, seed, "colours/red");
    }
}
