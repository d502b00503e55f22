package dev.touchstone.run.logits;

import dev.touchstone.model.ScoredPosition;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes the logits of a suite's scored positions under one variant, in at most so many bytes, evenly over the items. */
final class KeptLogits implements AutoCloseable {

    private final Path path;
    private final Map<String, Integer> places;
    private final long mostBytes;
    private final Map<String, KeptItem> items = new LinkedHashMap<>();
    private @Nullable LogitFile file;
    private float[] memory = {};

    /**
     * @param path of the file, which is made when there is something to write
     * @param places of all items that are planned, from 0
     */
    KeptLogits(Path path, Map<String, Integer> places, long mostBytes) {
        this.path = path;
        this.places = places;
        this.mostBytes = mostBytes;
    }

    /** Forgets what there is of an item, which is evaluated again. */
    void begin(String item) {
        KeptItem earlier = items.remove(item);
        if (earlier != null && file != null) {
            earlier.clear(file);
        }
    }

    void add(String item, boolean right, ScoredPosition position) {
        LogitFile to = file(position.vocabulary());
        items.computeIfAbsent(item, id -> new KeptItem(most(id, to.vocabulary())))
                .add(right, position, to, memory);
    }

    /** Rows that an item may have: an equal share; when there are more items than rows, one for items at equal distances. */
    private int most(String item, int vocabulary) {
        long rows = Math.max(1, mostBytes / Float.BYTES / vocabulary);
        long all = places.size();
        if (rows >= all) {
            return Math.toIntExact(rows / all);
        }
        long place = places.getOrDefault(item, 0);
        return (place + 1) * rows / all > place * rows / all ? 1 : 0;
    }

    private LogitFile file(int vocabulary) {
        if (file == null) {
            file = new LogitFile(path, vocabulary);
            memory = new float[vocabulary];
        }
        return file;
    }

    @Nullable
    KeptItem item(String id) {
        return items.get(id);
    }

    boolean isEmpty() {
        return items.isEmpty();
    }

    int vocabulary() {
        return memory.length;
    }

    void read(KeptItem.Row row, float[] target) {
        if (file != null) {
            file.read(row.number(), target);
        }
    }

    /** Writes a table of what row is what beside the file: item, position in the item, row, and the right tokens there. */
    void writeIndex() {
        if (file == null) {
            return;
        }
        Path index = path.resolveSibling(path.getFileName().toString().replaceFirst("\\.f32$", ".csv"));
        try (Writer out = Files.newBufferedWriter(index, StandardCharsets.UTF_8)) {
            out.write("vocabulary,item,position,row,right tokens\n");
            for (Map.Entry<String, KeptItem> item : items.entrySet()) {
                for (Map.Entry<Integer, KeptItem.Row> row :
                        item.getValue().rows().entrySet()) {
                    String tokens = String.join(
                            " ",
                            row.getValue().rightTokens().stream()
                                    .map(String::valueOf)
                                    .toList());
                    out.write(memory.length + "," + item.getKey() + "," + row.getKey() + ","
                            + row.getValue().number() + "," + tokens + "\n");
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        if (file != null) {
            file.close();
        }
    }

    void delete() {
        if (file != null) {
            file.delete();
        }
    }
}
