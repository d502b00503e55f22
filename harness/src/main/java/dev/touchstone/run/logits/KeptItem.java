package dev.touchstone.run.logits;

import dev.touchstone.model.ScoredPosition;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The positions of an item of which the logits are kept: all of them, or every second, fourth, ... one when there are too many. Which ones depends on
 * their number alone, so it is the same for every variant.
 */
final class KeptItem {

    private final int most;
    private final Map<Long, Integer> numbers = new HashMap<>();
    private final TreeMap<Integer, Row> rows = new TreeMap<>();
    private int step = 1;

    /** @param most rows at most; may be 0 */
    KeptItem(int most) {
        this.most = most;
    }

    /** Keeps the position's logits if it is new and its turn, and notes the token if it is one of the right text. */
    void add(boolean right, ScoredPosition position, LogitFile file, float[] memory) {
        int before = numbers.size();
        int number = numbers.computeIfAbsent(position.prefix(), prefix -> before);
        if (number == before && most > 0 && number % step == 0) {
            position.logits(memory);
            rows.put(number, new Row(file.write(memory), new ArrayList<>()));
            thinOut(file);
        }
        Row row = rows.get(number);
        if (right && row != null) {
            row.rightTokens.add(position.token());
        }
    }

    private void thinOut(LogitFile file) {
        while (rows.size() > most) {
            step *= 2;
            rows.entrySet().removeIf(entry -> {
                boolean dropped = entry.getKey() % step != 0;
                if (dropped) {
                    file.giveUp(entry.getValue().number);
                }
                return dropped;
            });
        }
    }

    /** Gives up all rows. */
    void clear(LogitFile file) {
        rows.values().forEach(row -> file.giveUp(row.number));
        rows.clear();
        numbers.clear();
        step = 1;
    }

    /** The row of a position by its number in the item, or null if it is not kept. */
    @Nullable
    Row row(int number) {
        return rows.get(number);
    }

    /** All rows by their positions' numbers, in order. */
    Map<Integer, Row> rows() {
        return rows;
    }

    /**
     * A position's logits in the file.
     *
     * @param number of the row
     * @param rightTokens tokens of the right text that were scored there
     */
    record Row(int number, List<Integer> rightTokens) {}
}
