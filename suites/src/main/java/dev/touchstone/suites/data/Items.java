package dev.touchstone.suites.data;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.Scale;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.DataLayout;
import dev.touchstone.suites.parquet.ParquetException;
import dev.touchstone.suites.parquet.ParquetRows;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes items of one file's bytes, and checks each. */
final class Items {

    private static final String QUESTION = "question";
    private static final String ID = "id";

    private final DataLayout layout;
    private final @Nullable Scale scale;
    private final Path file;
    private final Problems problems;

    /** [ids] the line on which each was seen first */
    private final Map<String, Integer> lineOfId = new HashMap<>();

    Items(Task task, Path file, Problems problems) {
        this.layout = task.data();
        this.scale = task.scale() == null ? null : task.points();
        this.file = file;
        this.problems = problems;
    }

    /**
     * The items; fewer than there should be, when there are problems.
     *
     * @param bytes the file
     * @param subject whose items are wanted, when the file holds those of several
     * @param atLeast how many items it must have
     */
    List<Item> read(byte[] bytes, Subject subject, int atLeast) {
        String text = layout.format().equals("parquet") ? parquet() : Utf8.decode(bytes, problems);
        if (text == null || !problems.isEmpty()) {
            return List.of();
        }
        if (text.isBlank()) {
            problems.add(
                    "the file is empty; expected " + layout.format() + " with " + String.join(",", layout.columns()));
            return List.of();
        }
        List<Row> rows = rows(text).stream().filter(row -> isOf(subject, row)).toList();
        List<Item> items = new ArrayList<>(rows.size());
        for (Row row : rows) {
            check(row);
            items.add(new Item(items.size(), Collections.unmodifiableMap(row.fields()), gold(row), file, row.line()));
        }
        if (items.size() < atLeast && problems.isEmpty()) {
            problems.add(items.size() + " items, expected at least " + atLeast);
        }
        return List.copyOf(items);
    }

    private @Nullable String parquet() {
        try {
            return ParquetRows.jsonLines(file);
        } catch (ParquetException e) {
            problems.add(String.valueOf(e.getMessage()));
            return null;
        }
    }

    private boolean isOf(Subject subject, Row row) {
        return layout.subjectField() == null
                || subject.title().equals(row.fields().get(layout.subjectField()));
    }

    private List<Row> rows(String text) {
        return switch (layout.format()) {
            case "json", "parquet" -> new JsonRows(layout, problems).read(text);
            case "tsv" -> new TsvRows(layout, problems).read(text);
            case "whole" -> List.of(new Row(1, Map.of(layout.columns().get(0), text)));
            case "text" -> new WikitextPages(layout).read(text);
            default -> new CsvRows(layout, problems).read(text);
        };
    }

    private void check(Row row) {
        if (row.fields().getOrDefault(QUESTION, QUESTION).isBlank()) {
            problems.add(row.line(), "the question is empty");
        }
        for (String choice : layout.choices()) {
            boolean absent = layout.choiceList() != null && !row.fields().containsKey(choice);
            if (!absent && row.fields().getOrDefault(choice, "").isBlank()) {
                problems.add(row.line(), "choice '" + choice + "' is empty");
            }
        }
        checkId(row);
    }

    private void checkId(Row row) {
        @Nullable String id = row.fields().get(ID);
        @Nullable Integer first = id == null ? null : lineOfId.putIfAbsent(id, row.line());
        if (first != null) {
            problems.add(
                    row.line(), "id " + Problems.quoted(id) + " is also on line " + first + "; an id must occur once");
        }
    }

    private int gold(Row row) {
        if (layout.goldIndex() >= 0 || layout.gold().isEmpty()) {
            return layout.goldIndex();
        }
        if (layout.hidesGold() && !row.fields().containsKey(layout.gold())) {
            return -1;
        }
        String value = row.fields().getOrDefault(layout.gold(), "");
        return scale == null ? choice(row, value) : pointOf(scale, row, value);
    }

    private int choice(Row row, String value) {
        int gold = layout.goldValues().indexOf(value);
        if (gold < 0) {
            problems.add(
                    row.line(),
                    "gold is " + Problems.quoted(value) + "; legal: " + String.join(", ", layout.goldValues()));
        }
        return gold;
    }

    /** The point nearest to a real-valued gold. */
    private int pointOf(Scale scale, Row row, String value) {
        double gold = number(value);
        if (!scale.contains(gold)) {
            problems.add(
                    row.line(),
                    "gold is " + Problems.quoted(value) + "; legal: a number from " + scale.lowest() + " to "
                            + scale.highest());
            return -1;
        }
        return scale.nearest(gold);
    }

    private static double number(String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }
}
