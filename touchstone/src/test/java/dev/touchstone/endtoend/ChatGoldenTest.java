package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.config.ConfigurationReader;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.Planner;
import dev.touchstone.prompt.Chat;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.prompt.PromptBuilder;
import dev.touchstone.suites.ChatTemplate;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.data.DataFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messages of a chat and what is scored after them are lm-evaluation-harness's: {@code src/test/scripts/golden_chats.py} made the values. */
class ChatGoldenTest {

    private static final ChatTemplate TEMPLATE = ChatTemplate.of(
            "{% for m in messages %}<{{ m.role }}>{{ m.content }}</{{ m.role }}>{% endfor %}<assistant>", Map.of());

    @TempDir
    Path folder;

    @Test
    void chatsEqualTheReferenceImplementations() throws IOException {
        JsonNode golden = golden();
        writeRows(golden.required("rows"));
        assertThat(golden.required("prompts")).hasSize(12);
        for (JsonNode expected : golden.required("prompts")) {
            Prompt prompt = prompt(expected);
            assertThat(prompt.text()).isEqualTo(expected.required("prompt").asString());
            if (expected.has("continuations")) {
                assertThat(prompt.continuations())
                        .isEqualTo(expected.required("continuations")
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList());
            }
        }
    }

    private Prompt prompt(JsonNode expected) {
        String[] id = expected.required("id").asString().split("[/#]");
        Map<String, String> properties =
                new HashMap<>(Map.of("shots", expected.required("shots").asString(), "chat", "true"));
        if (!expected.required("system").asString().isEmpty()) {
            properties.put("system", expected.required("system").asString());
        }
        Suite suite = SuiteCatalog.load().find(id[0]).orElseThrow();
        Planner planner = new Planner(
                new ConfigurationReader(name -> Optional.ofNullable(properties.get(name))).read(Set.of()),
                new DataFolder(folder));
        PlannedSubject planned =
                planner.plan(suite, suite.subject(id[1]).orElseThrow()).orElseThrow();
        return new PromptBuilder(planned, new Chat(TEMPLATE))
                .build(planned.items().get(Integer.parseInt(id[2])));
    }

    private void writeRows(JsonNode rows) throws IOException {
        for (String split : new String[] {"test", "dev"}) {
            write(
                    "mmlu/" + split + "/anatomy_" + split + ".csv",
                    rows.at("/mmlu~1anatomy/" + split),
                    row -> quoted(row.required("question"))
                            + ","
                            + StreamSupport.stream(row.required("choices").spliterator(), false)
                                    .map(ChatGoldenTest::quoted)
                                    .collect(Collectors.joining(","))
                            + "," + "ABCD".charAt(row.required("answer").asInt()));
        }
        for (String split : new String[] {"val", "dev"}) {
            write(
                    "ceval/" + split + "/law_" + split + ".csv",
                    rows.at("/ceval~1law/" + split),
                    row -> row.properties().stream()
                            .map(field -> quoted(field.getValue()))
                            .collect(Collectors.joining(",")));
            Path file = folder.resolve("ceval/" + split + "/law_" + split + ".csv");
            Files.writeString(file, "id,question,A,B,C,D,answer,explanation\n" + Files.readString(file));
        }
        for (String split : new String[] {"test", "train"}) {
            write("gsm8k/" + split + ".jsonl", rows.at("/gsm8k~1gsm8k/" + split), JsonNode::toString);
        }
    }

    private void write(String name, JsonNode rows, java.util.function.Function<JsonNode, String> line)
            throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, rows.valueStream().map(line).collect(Collectors.joining("\n")));
    }

    private static String quoted(JsonNode value) {
        return '"' + value.asString() + '"';
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = ChatGoldenTest.class.getResourceAsStream("golden-chats.json")) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
