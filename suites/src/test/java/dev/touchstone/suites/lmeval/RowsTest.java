package dev.touchstone.suites.lmeval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.python.Repr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows as Hugging Face's datasets 4 has them. */
class RowsTest {

    @TempDir
    Path folder;

    @Test
    void aColumnOfCsvHasTheTypeOfAllItsValues() throws IOException {
        assertThat(rows("x.csv", "a,b,c,d,e\n1,1.5,True,x,1\n2,3,False,\"y, z\",\n\n-3,4e1,true,N/A,2\n"))
                .containsExactly(
                        "{'a': 1, 'b': 1.5, 'c': True, 'd': 'x', 'e': 1.0}",
                        "{'a': 2, 'b': 3.0, 'c': False, 'd': 'y, z', 'e': None}",
                        "{'a': -3, 'b': 40.0, 'c': True, 'd': None, 'e': 2.0}");
    }

    @Test
    void everyRowOfJsonLinesHasEveryColumn() throws IOException {
        assertThat(rows("x.jsonl", "{\"a\": 1, \"b\": [null, {\"c\": 2.0}]}\n{\"d\": false}\n"))
                .containsExactly("{'a': 1, 'b': [None, {'c': 2.0}], 'd': None}", "{'a': None, 'b': None, 'd': False}");
    }

    @Test
    void parquetHasTypesOfItsOwn() throws Exception {
        Path file =
                Path.of(RowsTest.class.getResource("../parquet/nested.parquet").toURI());
        assertThat(Rows.read(file).stream().map(doc -> Repr.str(doc.values())))
                .hasSize(4)
                .startsWith(
                        "{'q': 'one', 'choices': ['a', 'b'], 'label': 1, 'score': 0.1, 'small': 3, 'flag': True, 'meta': {'text': ['x']}, "
                                + "'price': 1.5, 'single': 0.25}");
    }

    @Test
    void aRowKnowsItsLine() throws IOException {
        Path csv = write("x.csv", "a,b\n\"1\n2\",x\n\n3,y\n");
        assertThat(Rows.read(csv)).extracting(doc -> doc.place().line()).containsExactly(2, 5);
        Path json = write("x.json", "[\n{\"a\": 1},\n\n{\"a\": 2}]");
        assertThat(Rows.read(json)).extracting(doc -> doc.place().line()).containsExactly(2, 4);
    }

    @Test
    void aRowOfAnotherLengthIsNamed() throws IOException {
        Path csv = write("x.csv", "a,b\n1,2\n3\n");
        assertThatThrownBy(() -> Rows.read(csv)).hasMessage(csv + " line 3: 1 columns, expected 2 (a,b)");
    }

    private List<String> rows(String name, String text) throws IOException {
        return Rows.read(write(name, text)).stream()
                .map(doc -> Repr.repr(doc.values()))
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
