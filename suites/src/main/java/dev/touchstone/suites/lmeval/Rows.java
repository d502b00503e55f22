package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.parquet.ParquetException;
import dev.touchstone.suites.parquet.ParquetRows;
import dev.touchstone.suites.python.None;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads a file of rows as Hugging Face's {@code datasets} does: {@code .jsonl} and {@code .json} with the types of JSON, {@code .csv} with those
 * that all values of a column can be read as, {@code .parquet} with its own. Every row has every column; what a row lacks is {@code None}.
 */
final class Rows {

    private Rows() {}

    /**
     * The rows, at least one.
     *
     * @throws TaskException for a file that can't be read
     */
    static List<Doc> read(Path file) {
        String text = file.toString().endsWith(".parquet") ? parquet(file) : text(file);
        List<Doc> rows = file.toString().endsWith(".csv") ? CsvDocs.read(file, text) : JsonDocs.read(file, text);
        if (rows.isEmpty()) {
            throw new Place(file, 1).refuse("there are no rows");
        }
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.values().keySet()));
        return rows.stream().map(row -> complete(row, columns)).toList();
    }

    private static Doc complete(Doc row, Set<String> columns) {
        Map<String, Object> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column, row.values().getOrDefault(column, None.NONE)));
        return new Doc(values, row.place());
    }

    private static String parquet(Path file) {
        try {
            return ParquetRows.jsonLines(file);
        } catch (ParquetException e) {
            throw new Place(file, 1).refuse(String.valueOf(e.getMessage()));
        }
    }

    private static String text(Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Place(file, 1).refuse("not valid UTF-8; convert the file to UTF-8");
        } catch (IOException e) {
            throw new Place(file, 1).refuse("can't be read: " + e);
        }
    }

    /** The rows of several files, one after the other. */
    static List<Doc> readAll(List<Path> files) {
        List<Doc> all = new ArrayList<>();
        files.forEach(file -> all.addAll(read(file)));
        return all;
    }
}
