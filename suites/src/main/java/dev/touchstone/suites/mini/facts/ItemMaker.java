package dev.touchstone.suites.mini.facts;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Task.DataLayout;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Puts questions about facts into the published fields of a suite.
 *
 * @param layout of the published files
 * @param name of the table, for messages
 */
record ItemMaker(DataLayout layout, String name) {

    int choices() {
        return layout.choices().size();
    }

    /**
     * One item.
     *
     * @param wording of the question
     * @param gold place of the right option
     * @param random draws the wrong ones
     */
    Item item(int index, Fact fact, int wording, int gold, Random random) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("id", String.valueOf(index));
        fields.put("question", fact.question(wording));
        List<String> options = fact.options(choices(), gold, random);
        for (int i = 0; i < options.size(); i++) {
            fields.put(layout.choices().get(i), options.get(i));
        }
        fields.put(layout.gold(), layout.goldValues().get(gold));
        return new Item(index, fields, gold, Path.of(name), 1);
    }
}
