package dev.touchstone.plan;

import dev.touchstone.suites.Item;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The solved examples that stand before the questions of a subject.
 *
 * @param count how many before each
 * @param shared those of every question, in order; empty when each has its own
 * @param byItem [items] those of each question by the item's index, in order; empty when all share the same
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PlannedShots(int count, List<Item> shared, Map<Integer, List<Item>> byItem) {

    /** The same for all items. */
    static PlannedShots shared(List<Item> shots) {
        return new PlannedShots(shots.size(), List.copyOf(shots), Map.of());
    }

    /** Whether all questions have the same examples before them. */
    public boolean areShared() {
        return byItem.isEmpty();
    }

    /** The examples of one of the subject's items, in order. */
    public List<Item> of(Item item) {
        return areShared() ? shared : byItem.getOrDefault(item.index(), List.of());
    }
}
