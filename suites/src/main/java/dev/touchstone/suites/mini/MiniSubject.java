package dev.touchstone.suites.mini;

import dev.touchstone.suites.Item;
import java.util.List;
import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The mini items of one subject, and what the built-in model is taught about it. Everything comes from tables and seeded generators that this
 * project wrote, so it is the same for everyone.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface MiniSubject {

    /** The items to evaluate, with the published fields of the suite. */
    List<Item> items();

    /** The shots; none of them is an item. Empty when the suite has no shots. */
    List<Item> shots();

    /**
     * Items about facts that no lesson ever tells. A model that was trained on the lessons answers them as well as chance: a check that the
     * other scores are honest.
     */
    default List<Item> heldBack() {
        return List.of();
    }

    /**
     * One thing to learn. There are many more lessons than items, and no lesson asks an item's question in the item's words.
     *
     * @param random decides which
     */
    Lesson lesson(Random random);
}
