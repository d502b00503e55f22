package dev.touchstone.plan;

import dev.touchstone.config.RunConfiguration.Subset;
import dev.touchstone.suites.Item;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How many windows of a text are scored. A text is one item, so that a limit on items is one on its windows. */
@API(status = Status.INTERNAL, since = "0.1")
public final class WindowLimit {

    private static final String FIELD = "touchstone.windows";

    private WindowLimit() {}

    /** The items with the limit noted, when there is one. */
    static List<Item> note(List<Item> items, Subset subset) {
        if (!(subset instanceof Subset.First first)) {
            return items;
        }
        List<Item> limited = new ArrayList<>();
        for (Item item : items) {
            Map<String, String> fields = new LinkedHashMap<>(item.fields());
            fields.put(FIELD, String.valueOf(first.count()));
            limited.add(new Item(item.index(), fields, item.gold(), item.file(), item.line()));
        }
        return limited;
    }

    /** Most windows of the item's text; as many as there are unless noted. */
    public static int of(Item item) {
        String noted = item.fields().get(FIELD);
        return noted == null ? Integer.MAX_VALUE : Integer.parseInt(noted);
    }
}
