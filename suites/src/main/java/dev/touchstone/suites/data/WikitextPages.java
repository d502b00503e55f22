package dev.touchstone.suites.data;

import dev.touchstone.suites.Task.DataLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Cuts WikiText's one file into its documents: each begins with a heading of the first level, such as {@code " = Robert Boulter = "}.
 * Together they hold every character of the file.
 */
final class WikitextPages {

    private static final Pattern TITLE = Pattern.compile(" = [^=].*[^=] = \\R?");

    private final DataLayout layout;

    WikitextPages(DataLayout layout) {
        this.layout = layout;
    }

    List<Row> read(String text) {
        List<Row> pages = new ArrayList<>();
        Lines lines = new Lines(text);
        StringBuilder page = new StringBuilder();
        int start = 1;
        for (int line = 1; line <= lines.count(); line++) {
            if (TITLE.matcher(lines.text(line)).matches() && !page.toString().isBlank()) {
                pages.add(page(start, page));
                page.setLength(0);
                start = line;
            }
            page.append(lines.text(line));
        }
        pages.add(page(start, page));
        return pages;
    }

    private Row page(int line, StringBuilder text) {
        return new Row(line, Map.of(layout.columns().get(0), text.toString()));
    }
}
