package dev.touchstone.suites.parquet;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.apache.parquet.ParquetReadOptions;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.convert.GroupRecordConverter;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.ColumnIOFactory;
import org.apache.parquet.io.LocalInputFile;
import org.apache.parquet.io.RecordReader;
import org.apache.parquet.schema.MessageType;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads a Parquet file, as Hugging Face's {@code datasets} and pyarrow write them: texts, numbers, truth values, lists and structs of these;
 * uncompressed or with Snappy, gzip or Zstandard.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ParquetRows {

    private ParquetRows() {}

    /**
     * The rows as JSON lines, so that all that reads those reads these: the number of a line is the number of the row.
     *
     * @throws ParquetException if the file is none, is damaged, or has a column of another type
     */
    public static String jsonLines(Path file) {
        StringBuilder lines = new StringBuilder();
        read(file, row -> lines.append(row).append('\n'));
        return lines.toString();
    }

    private static void read(Path file, Consumer<ObjectNode> rows) {
        ParquetReadOptions options = ParquetReadOptions.builder(new PlainParquetConfiguration())
                .withCodecFactory(new Codecs())
                .build();
        try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file), options)) {
            MessageType schema = reader.getFileMetaData().getSchema();
            ParquetValues values = ParquetValues.of(schema);
            PageReadStore pages = reader.readNextRowGroup();
            while (pages != null) {
                RecordReader<Group> groups = new ColumnIOFactory()
                        .getColumnIO(schema)
                        .getRecordReader(pages, new GroupRecordConverter(schema));
                for (long row = 0; row < pages.getRowCount(); row++) {
                    rows.accept(values.object(groups.read()));
                }
                pages = reader.readNextRowGroup();
            }
        } catch (ParquetException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new ParquetException("is no Parquet file that can be read ("
                    + String.valueOf(e.getMessage()).replaceAll("\\s*\\R\\s*", " ")
                    + "); write it anew, uncompressed or with snappy, gzip or zstd");
        }
    }
}
