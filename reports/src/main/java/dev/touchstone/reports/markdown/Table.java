package dev.touchstone.reports.markdown;

import java.util.ArrayList;
import java.util.List;

/** A table of cells that are Markdown already. */
final class Table {

    private final List<String> lines = new ArrayList<>();

    Table(String... head) {
        lines.add(line(head));
        lines.add("|" + "---|".repeat(head.length));
    }

    void add(String... cells) {
        lines.add(line(cells));
    }

    boolean isEmpty() {
        return lines.size() == 2;
    }

    String text() {
        return String.join("\n", lines);
    }

    private static String line(String... cells) {
        return "| " + String.join(" | ", cells) + " |";
    }
}
