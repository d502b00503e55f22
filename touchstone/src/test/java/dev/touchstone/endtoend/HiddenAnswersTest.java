package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.testing.TinyModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** C-Eval's test split, of which the publisher keeps the answers; the items are self-written. */
class HiddenAnswersTest {

    @TempDir
    Path folder;

    @BeforeEach
    void writeFiles() throws IOException {
        write("ceval/test/law_test.csv", "id,question,A,B,C,D\n", "");
        write("ceval/test/logic_test.csv", "id,question,A,B,C,D\n", "");
        write("ceval/dev/law_dev.csv", "id,question,A,B,C,D,answer,explanation\n", ",B,因为");
        write("ceval/dev/logic_dev.csv", "id,question,A,B,C,D,answer,explanation\n", ",B,因为");
    }

    private void write(String name, String header, String ending) throws IOException {
        Path file = folder.resolve("data").resolve(name);
        Files.createDirectories(file.getParent());
        String rows = IntStream.range(0, 3)
                .mapToObj(i -> i + ",问" + i + "？,甲,乙,丙,丁" + ending)
                .collect(Collectors.joining("\n"));
        Files.writeString(file, header + rows);
    }

    @Test
    void theRunWritesTheFileThatTheLeaderboardTakes() throws IOException {
        Map<String, JsonNode> items = run("ceval/law,ceval/logic", Map.of("split", "test", "shots", "1"));
        JsonNode submission = read("submission-ceval-native.json");
        assertThat(submission.propertyNames()).containsExactly("logic", "law");
        assertThat(submission.required("law").propertyNames()).containsExactly("0", "1", "2");
        JsonNode item = items.get("ceval/law#1");
        assertThat(item.required("split").asString()).isEqualTo("test");
        assertThat(item.required("prompt").asString()).contains("答案： B\n\n");
        assertThat(item.has("gold") || item.has("outcome")).isFalse();
        assertThat(submission.at("/law/1").asString())
                .isEqualTo(String.valueOf("ABCD".charAt(item.required("answer").asInt())));
        JsonNode suite = read("results.json").at("/suites/0");
        assertThat(suite.at("/outcomes/measured").asInt()).isEqualTo(6);
        assertThat(suite.at("/metrics/acc/value").isNull()).isTrue();
    }

    @Test
    void theUsualSplitHasNoSubmission() throws IOException {
        write("ceval/val/law_val.csv", "id,question,A,B,C,D,answer\n", ",C");
        Map<String, JsonNode> items = run("ceval/law", Map.of("split", "val"));
        assertThat(items.get("ceval/law#0").required("gold").asInt()).isEqualTo(2);
        assertThat(folder.resolve("run/latest/submission-ceval-native.json")).doesNotExist();
    }

    private JsonNode read(String name) throws IOException {
        return JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("run/latest").resolve(name)));
    }

    private Map<String, JsonNode> run(String suite, Map<String, String> more) {
        Map<String, String> properties = new java.util.HashMap<>(more);
        properties.put("model", "gguf:" + TinyModels.gguf(folder.resolve("tiny.gguf"), 7));
        properties.put("data", folder.resolve("data").toString());
        return BenchmarkRun.execute(suite, folder.resolve("run"), properties);
    }
}
