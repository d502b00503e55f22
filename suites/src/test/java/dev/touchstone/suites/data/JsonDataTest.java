package dev.touchstone.suites.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.SubjectData;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonDataTest {

    private static final String ITEM = "{\"question\":\"q\",\"distractor1\":\"a\",\"distractor2\":\"b\","
            + "\"distractor3\":\"c\",\"correct_answer\":\"d\",\"support\":\"\"}";

    @TempDir
    Path root;

    @Test
    void anArrayKnowsTheLineOfEachObject() throws IOException {
        SubjectData data = load("test.json", "\uFEFF[\n" + ITEM + ",\n\n  {" + ITEM.substring(1) + "\n]\n");
        assertThat(data.problems()).isEmpty();
        assertThat(data.items()).extracting(item -> item.line()).containsExactly(2, 4);
        assertThat(data.items()).extracting(item -> item.gold()).containsExactly(3, 3);
        assertThat(data.items().get(1).fields()).containsEntry("support", "").containsEntry("correct_answer", "d");
    }

    @Test
    void oneObjectALineWillDoUnderEitherName() throws IOException {
        SubjectData lines = load("test.jsonl", ITEM + "\n\n" + ITEM);
        assertThat(lines.problems()).isEmpty();
        assertThat(lines.items()).extracting(item -> item.line()).containsExactly(1, 3);
        assertThat(load("test.json", ITEM + "\n").items()).hasSize(1);
    }

    @Test
    void malformedJsonIsNamedWithItsLineAndTheOtherLinesAreReadOn() throws IOException {
        SubjectData data = load("test.jsonl", ITEM + "\n{\"question\": }\n[1]\n" + ITEM + "{}\n{\"question\":\"q\"\n");
        assertThat(DataFolderTest.messages(data))
                .satisfiesExactly(
                        message -> assertThat(message)
                                .startsWith("sciq/test.jsonl line 2: malformed JSON: Unexpected character ('}'"),
                        message -> assertThat(message)
                                .isEqualTo("sciq/test.jsonl line 3: a JSON array, expected an object"),
                        message -> assertThat(message)
                                .isEqualTo(
                                        "sciq/test.jsonl line 4: there is more than one value on the line; write one object a line"),
                        message -> assertThat(message)
                                .startsWith("sciq/test.jsonl line 5: malformed JSON: Unexpected end-of-input"));
    }

    @Test
    void anArrayThatDoesNotEndIsMalformed() throws IOException {
        SubjectData data = load("test.json", "[\n" + ITEM + ",\n" + ITEM + "\n");
        assertThat(DataFolderTest.messages(data))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("sciq/test.json line 4: malformed JSON: Unexpected end-of-input"));
    }

    @Test
    void missingFieldsAreNamed() throws IOException {
        SubjectData data =
                load("test.json", "[\n" + ITEM.replace("\"b\"", "null").replace("support", "sport") + "]");
        assertThat(DataFolderTest.messages(data))
                .containsExactly("sciq/test.json line 2: no text in 'distractor2', 'support'; expected the fields "
                        + "question,distractor1,distractor2,distractor3,correct_answer,support");
    }

    @Test
    void aKeyThatOccursTwiceIsMalformed() throws IOException {
        SubjectData data = load("test.json", "[" + ITEM.replace("{", "{\"question\":\"other\",") + "]");
        assertThat(DataFolderTest.messages(data))
                .singleElement()
                .satisfies(message -> assertThat(message)
                        .startsWith("sciq/test.json line 1: malformed JSON: ")
                        .contains("question"));
    }

    private SubjectData load(String name, String text) throws IOException {
        Files.createDirectories(root.resolve("sciq"));
        Files.writeString(root.resolve("sciq").resolve(name), text);
        return DataFolderTest.load(root, "sciq", "sciq");
    }
}
