package dev.touchstone.run;

import dev.touchstone.result.ItemResult;
import dev.touchstone.result.Outcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;

/**
 * The items file of a suite while it runs: a line for each item, written as soon as the item has its result, so that an interrupted run can
 * go on where it stopped. Safe for use by several threads.
 */
final class Journal implements AutoCloseable {

    private final Path file;
    private final Map<String, ItemResult> earlier;
    private final Writer writer;

    private Journal(Path file, Map<String, ItemResult> earlier, Writer writer) {
        this.file = file;
        this.earlier = earlier;
        this.writer = writer;
    }

    /** Opens the file and takes in what an interrupted run left in it. A last line that was not finished is dropped. */
    static Journal open(Path file) {
        try {
            Map<String, ItemResult> earlier = Files.exists(file) ? recover(file) : Map.of();
            Writer writer = Files.newBufferedWriter(
                    file, StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return new Journal(file, earlier, writer);
        } catch (IOException e) {
            throw new UncheckedIOException("can't open the items file " + file + "; check -Doutput", e);
        }
    }

    Path file() {
        return file;
    }

    /** The result that an interrupted run had for the item, if it was asked in the same words and did not end in an error. */
    Optional<ItemResult> earlier(String id, String promptSha256) {
        return Optional.ofNullable(earlier.get(id))
                .filter(item -> item.promptSha256().equals(promptSha256) && item.outcome() != Outcome.ERROR);
    }

    /** Adds a line and hands it to the operating system before it returns. */
    synchronized void append(ItemResult item) {
        try {
            writer.write(ItemJson.write(item));
            writer.write('\n');
            writer.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the items file " + file, e);
        }
    }

    /** Replaces the file by exactly these items in this order: what was retried or came in another order leaves no trace. */
    synchronized void finish(List<ItemResult> items) {
        try {
            writer.close();
            Path ordered = file.resolveSibling(file.getFileName() + ".tmp");
            try (Writer out = Files.newBufferedWriter(ordered, StandardCharsets.UTF_8)) {
                for (ItemResult item : items) {
                    out.write(ItemJson.write(item));
                    out.write('\n');
                }
            }
            Files.move(ordered, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("can't write the items file " + file, e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            writer.close();
        } catch (IOException e) {
            throw new UncheckedIOException("can't close the items file " + file, e);
        }
    }

    private static Map<String, ItemResult> recover(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8);
        int end = text.lastIndexOf('\n') + 1;
        if (end < text.length()) {
            Files.writeString(file, text.substring(0, end), StandardCharsets.UTF_8);
        }
        Map<String, ItemResult> items = new HashMap<>();
        List<String> lines = text.substring(0, end).lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            ItemResult item = parse(lines.get(i), file, i + 1);
            items.put(item.id(), item);
        }
        return items;
    }

    private static ItemResult parse(String line, Path file, int number) {
        try {
            return ItemJson.read(line);
        } catch (JacksonException e) {
            throw new IllegalStateException(
                    "the items file " + file + " is damaged at line " + number
                            + ", so its run can't be continued; delete its folder, or pass -Dresume=false",
                    e);
        }
    }
}
