package dev.touchstone.suites.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Task.DataLayout;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares with Python's {@code csv.reader}; {@code src/test/scripts/golden_csv.py} wrote the values. */
class CsvRowsGoldenTest {

    @Test
    void readsWhatPythonReads() throws IOException {
        int compared = 0;
        for (JsonNode example : cases()) {
            String text = example.get("text").asString();
            if (!example.get("open").asBoolean()) {
                assertThat(read(text)).as(text).isEqualTo(rows(example));
                compared++;
            }
        }
        assertThat(compared).isGreaterThan(200);
    }

    @Test
    void aQuoteThatIsNeverClosedIsAProblem() throws IOException {
        for (JsonNode example : cases()) {
            String text = example.get("text").asString();
            Problems problems = new Problems(Path.of("x.csv"), "x.csv");
            new CsvRows(layout(1), problems).read(text);
            boolean found = problems.list().stream()
                    .anyMatch(problem -> problem.message().contains("never closed"));
            assertThat(found).as(text).isEqualTo(example.get("open").asBoolean());
        }
    }

    /** Rows may have any number of columns here, and the reader wants a fixed one: read once for each number. */
    private static List<String> read(String text) {
        List<Row> rows = new ArrayList<>();
        for (int columns = 1; columns <= 15; columns++) {
            rows.addAll(new CsvRows(layout(columns), new Problems(Path.of("x.csv"), "x.csv")).read(text));
        }
        return rows.stream()
                .sorted(java.util.Comparator.comparingInt(Row::line))
                .map(row -> row.line() + ": " + List.copyOf(row.fields().values()))
                .toList();
    }

    private static List<String> rows(JsonNode example) {
        return example.get("rows")
                .valueStream()
                .map(row -> row.get("line").asInt() + ": "
                        + row.get("values")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList())
                .toList();
    }

    private static DataLayout layout(int columns) {
        List<String> names = IntStream.range(0, columns).mapToObj(i -> "c" + i).toList();
        return new DataLayout("x.csv", null, "csv", false, names, null, List.of(), null, "", List.of(), 0);
    }

    private static List<JsonNode> cases() throws IOException {
        try (InputStream in = CsvRowsGoldenTest.class.getResourceAsStream("csv.json")) {
            return new JsonMapper().readTree(in).get("cases").valueStream().toList();
        }
    }
}
