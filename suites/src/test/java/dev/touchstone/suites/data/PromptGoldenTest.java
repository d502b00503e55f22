package dev.touchstone.suites.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.SubjectData;
import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import dev.touchstone.suites.SuiteCatalog;
import dev.touchstone.suites.Task;
import dev.touchstone.suites.Task.PromptTemplates;
import dev.touchstone.suites.Template;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares prompts and continuations with those of lm-evaluation-harness 0.4.13 on the same files, item by item. */
class PromptGoldenTest {

    private static final JsonMapper JSON = new JsonMapper();

    /** Where lm-evaluation-harness's task is not called like the publisher's subject. */
    private static final Map<String, String> OUR_NAMES = Map.of(
            "counting_and_prob", "counting_and_probability",
            "num_theory", "number_theory",
            "precalc", "precalculus");

    @ParameterizedTest
    @CsvSource({
        "ceval-0shot, ceval, ceval-valid_, 0, 156",
        "ceval-5shot, ceval, ceval-valid_, 5, 156",
        "mmlu-5shot, mmlu, mmlu_, 5, 228",
        "sciq-0shot, sciq, '', 0, 150",
        "glue-cola-0shot, glue, '', 0, 100",
        "glue-sst2-0shot, glue, '', 0, 100",
        "glue-mrpc-0shot, glue, '', 0, 100",
        "glue-qnli-0shot, glue, '', 0, 100",
        "glue-rte-0shot, glue, '', 0, 100",
        "glue-mnli-0shot, glue, '', 0, 100",
        "glue-wnli-0shot, glue, '', 0, 71",
        "crass-0shot, crass, '', 0, 100",
        "math-0shot, math, hendrycks_math_, 0, 14",
        "wikitext, wikitext, '', 0, 5"
    })
    void promptsEqualThoseOfLmEvaluationHarness(String file, String id, String prefix, int shots, int count)
            throws Exception {
        Suite suite = SuiteCatalog.load().find(id).orElseThrow();
        DataFolder folder = new DataFolder(Shared.path("data"));
        List<JsonNode> golden = golden(file);
        assertThat(golden).hasSize(count);
        Map<String, SubjectData> loaded = new HashMap<>();
        for (JsonNode line : golden) {
            String task = line.get("task").asString().substring(prefix.length());
            Subject subject = suite.subject(OUR_NAMES.getOrDefault(task, task)).orElseThrow();
            SubjectData data = loaded.computeIfAbsent(subject.id(), key -> folder.load(suite, subject, shots));
            compare(line, prompt(suite, subject), subject, data, shots);
        }
    }

    private static void compare(JsonNode line, PromptTemplates prompt, Subject subject, SubjectData data, int shots)
            throws Exception {
        Item item = data.items().get(line.get("doc_id").asInt());
        StringBuilder text = new StringBuilder(render(prompt.description(), subject, item));
        for (Item shot : data.shots().subList(0, shots)) {
            text.append(render(prompt.question(), subject, shot))
                    .append(prompt.answerDelimiter())
                    .append(render(Objects.requireNonNull(prompt.answer()), subject, shot))
                    .append(prompt.shotDelimiter());
        }
        text.append(render(prompt.question(), subject, item));
        String where = subject.id() + "#" + item.index();
        assertThat(text.codePointCount(0, text.length()))
                .as(where)
                .isEqualTo(line.get("context_chars").asInt());
        assertThat(sha256(text.toString()))
                .as(where)
                .isEqualTo(line.get("context_sha256").asString());
        if (line.has("continuations")) {
            compareChoices(line, prompt, subject, item);
        }
    }

    private static void compareChoices(JsonNode line, PromptTemplates prompt, Subject subject, Item item) {
        String where = subject.id() + "#" + item.index();
        int count = line.get("continuations").size();
        assertThat(prompt.choices().stream()
                        .limit(count)
                        .map(choice -> prompt.answerDelimiter() + render(choice, subject, item)))
                .as(where)
                .isEqualTo(line.get("continuations")
                        .valueStream()
                        .map(JsonNode::asString)
                        .toList());
        assertThat(item.gold()).as(where).isEqualTo(line.get("target").asInt());
    }

    private static PromptTemplates prompt(Suite suite, Subject subject) {
        Task task = suite.task(subject);
        return task.forms().get(task.defaultForm());
    }

    private static String render(String template, Subject subject, Item item) {
        Map<String, Object> variables = new HashMap<>(item.fields());
        variables.put(
                "subject", Map.of("id", subject.id(), "title", subject.title(), "localTitle", subject.localTitle()));
        return Template.of(template).render(variables);
    }

    private static List<JsonNode> golden(String file) throws IOException {
        return Files.readAllLines(Shared.path("golden/lm-eval/" + file + ".jsonl")).stream()
                .map(JSON::readTree)
                .toList();
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
