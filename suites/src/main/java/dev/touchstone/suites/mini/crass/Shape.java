package dev.touchstone.suites.mini.crass;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Which options an item has, and which of them is right.
 *
 * @param gold the right one
 * @param impossibleOption whether "That is not possible." is an option
 * @param unrelatedOption whether the effect of some other rule is an option
 */
record Shape(Gold gold, boolean impossibleOption, boolean unrelatedOption) {

    /** What the right option says. */
    enum Gold {
        ONE,
        OTHER,
        IMPOSSIBLE
    }

    /**
     * Sixty shapes, 49 with three options and 11 with four. Both sides are right equally often; "That is not possible." is right in 14 of 60
     * and 44 of all 191 options, so 23 % either way.
     */
    static List<Shape> all() {
        List<Shape> shapes = new ArrayList<>();
        for (Gold gold : Gold.values()) {
            shapes.addAll(Collections.nCopies(11, new Shape(gold, true, false)));
            boolean possible = gold != Gold.IMPOSSIBLE;
            shapes.addAll(Collections.nCopies(possible ? 8 : 0, new Shape(gold, false, true)));
            shapes.addAll(Collections.nCopies(possible ? 4 : 3, new Shape(gold, true, true)));
        }
        return shapes;
    }

    int options() {
        return 2 + (impossibleOption ? 1 : 0) + (unrelatedOption ? 1 : 0);
    }
}
