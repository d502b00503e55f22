package dev.touchstone.suites.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.own.OwnSuites;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code src/test/scripts/golden_parquet.py} wrote the files with pyarrow. */
class ParquetRowsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"none", "snappy", "gzip", "zstd"})
    void readsWhatPyarrowWrites(String codec) {
        assertThat(ParquetRows.jsonLines(file("capitals-" + codec + ".parquet")).lines())
                .hasSize(3)
                .contains(
                        "{\"question\":\"法国的首都？ \uD83D\uDE00\\n\\\"quoted\\\"\",\"A\":\"Rome\",\"B\":\"Oslo\",\"C\":\"Paris\",\"answer\":\"C\"}");
    }

    @Test
    void listsStructsAndNumbersKeepTheirTypesAndWhatIsNullIsLeftOut() {
        assertThat(ParquetRows.jsonLines(file("nested.parquet")).lines())
                .containsExactly(
                        "{\"q\":\"one\",\"choices\":[\"a\",\"b\"],\"label\":1,\"score\":0.1,\"small\":3,\"flag\":true,\"meta\":{\"text\":[\"x\"]},"
                                + "\"price\":1.50,\"single\":0.25}",
                        "{\"choices\":[],\"label\":-2,\"flag\":false,\"meta\":{\"text\":[],\"n\":7}}",
                        "{\"q\":\"three\",\"label\":1099511627776,\"score\":1.0E300,\"small\":127,\"price\":-0.25,\"single\":1.5}",
                        "{\"q\":\"four\",\"choices\":[\"c\",null,\"d\"],\"label\":0,\"score\":-0.5,\"small\":0,\"flag\":true,\"meta\":{\"n\":1},"
                                + "\"price\":12.00,\"single\":0.0}");
    }

    @Test
    void aSuiteOfAUsersMayHaveItsItemsInParquet() throws IOException {
        Files.copy(file("capitals-snappy.parquet"), folder.resolve("items.parquet"));
        Files.writeString(folder.resolve("suite.yaml"), """
                id: capitals
                task:
                  forms:
                    cloze: {question: "Question: {{ question }}\\nAnswer:", choices: ["{{ A }}", "{{ B }}", "{{ C }}"]}
                  data: {evaluation: items.parquet, gold: answer}
                """);
        var own = OwnSuites.in(folder).suites().get(0);
        SubjectData data = own.data()
                .apply(Optional.empty())
                .load(own.suite(), own.suite().subjects().get(0), 0);
        assertThat(data.problems()).isEmpty();
        assertThat(data.items()).extracting("gold").containsExactly(1, 2, 0);
        assertThat(data.items().get(1).line()).isEqualTo(2);
        assertThat(data.items().get(0).fields()).containsEntry("B", "Oslo");
    }

    @Test
    void whatIsNoParquetFileIsSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("x.parquet"), "not parquet at all, but long enough to look");
        assertThatThrownBy(() -> ParquetRows.jsonLines(file))
                .isInstanceOf(ParquetException.class)
                .hasMessageStartingWith("is no Parquet file that can be read (")
                .hasMessageEndingWith("); write it anew, uncompressed or with snappy, gzip or zstd");
    }

    @Test
    void anotherCompressionIsNamed() {
        assertThatThrownBy(() -> ParquetRows.jsonLines(file("capitals-lz4.parquet")))
                .hasMessage("is compressed with LZ4_RAW; write it anew, uncompressed or with snappy, gzip or zstd");
    }

    @Test
    void aColumnOfAnotherTypeIsNamed() {
        assertThatThrownBy(() -> ParquetRows.jsonLines(file("dated.parquet")))
                .hasMessage(
                        "column 'day' is of type optional int32 day (DATE); supported are texts, numbers, truth values, lists and structs; "
                                + "convert the column to text");
    }

    private static Path file(String name) {
        try {
            return Path.of(ParquetRowsTest.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
