package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.config.ConfigurationReader;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.Planner;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.prompt.PromptBuilder;
import dev.touchstone.suites.Item;
import dev.touchstone.suites.OwnSuite;
import dev.touchstone.suites.SuiteException;
import dev.touchstone.suites.Task.Generation;
import dev.touchstone.suites.lmeval.LmEvalTasks;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prompts, continuations and gold of task files are those that lm-evaluation-harness itself makes ({@code src/test/scripts/golden_tasks.py}):
 * of task files of this project with every supported feature, and of lm-evaluation-harness's own, unchanged, where {@code
 * -Dtouchstone.test.lmeval=FOLDER} names its installed {@code lm_eval/tasks}.
 */
class LmEvalTasksTest {

    private static final @Nullable String INSTALLED = System.getProperty("touchstone.test.lmeval");

    @TempDir
    static Path folder;

    @TestFactory
    Stream<DynamicTest> taskFilesOfThisProject() throws Exception {
        Path tasks = Path.of(Objects.requireNonNull(LmEvalTasksTest.class.getResource("tasks/capitals.yaml"))
                        .toURI())
                .getParent();
        return tests("golden-own-tasks.json", task -> tasks.resolve(task + ".yaml"), Optional.empty());
    }

    @TestFactory
    Stream<DynamicTest> taskFilesOfLmEvaluationHarness() throws IOException {
        assumeTrue(
                INSTALLED != null, "pass -Dtouchstone.test.lmeval=FOLDER with lm-evaluation-harness's lm_eval/tasks");
        for (JsonNode task : golden("golden-lm-eval-tasks.json")) {
            write(task);
        }
        Map<String, Path> files = Map.of(
                "hellaswag", file("hellaswag/hellaswag.yaml"),
                "piqa", file("piqa/piqa.yaml"),
                "boolq", file("super_glue/boolq/default.yaml"),
                "lambada_openai", file("lambada/lambada_openai.yaml"),
                "truthfulqa_mc1", file("truthfulqa/truthfulqa_mc1.yaml"),
                "winogrande", file("winogrande/default.yaml"),
                "race", file("race/race.yaml"),
                "gsm8k_cot", file("gsm8k/gsm8k-cot.yaml"),
                "arc_easy", file("arc/arc_easy.yaml"));
        return tests(
                "golden-lm-eval-tasks.json",
                task -> files.getOrDefault(task, file(task + "/" + task + ".yaml")),
                Optional.of(folder));
    }

    /** Prints how many of all task files load, and why the others do not. */
    @Test
    void everyTaskFileLoadsOrSaysWhyNot() throws IOException {
        assumeTrue(
                INSTALLED != null, "pass -Dtouchstone.test.lmeval=FOLDER with lm-evaluation-harness's lm_eval/tasks");
        Map<String, Integer> reasons = new TreeMap<>();
        int loaded = 0;
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(INSTALLED))) {
            files = all.filter(file -> file.toString().endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            try {
                LmEvalTasks.read(file);
                loaded++;
            } catch (SuiteException e) {
                assertThat(e.getMessage()).matches("(?s).+ line \\d+: .+");
                reasons.merge(reason(e), 1, Integer::sum);
            }
        }
        System.out.println(loaded + " of " + files.size() + " task files of lm-evaluation-harness load; the others:");
        reasons.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .forEach(entry -> System.out.println(entry.getValue() + "\t" + entry.getKey()));
        assertThat(loaded).isGreaterThan(3000);
    }

    /** Without the place, and without what differs from task to task. */
    private static String reason(SuiteException e) {
        return String.valueOf(e.getMessage())
                .replaceFirst("(?s)^.+? line \\d+: ", "")
                .replaceAll("function \\S+ ", "function ... ")
                .replaceAll("; (supported|known|legal).*", "");
    }

    private static Path file(String name) {
        return Path.of(String.valueOf(INSTALLED)).resolve(name);
    }

    private static Stream<DynamicTest> tests(
            String golden, java.util.function.Function<String, Path> files, Optional<Path> data) throws IOException {
        return golden(golden).stream()
                .map(task -> DynamicTest.dynamicTest(
                        task.required("task").asString() + ", shots " + task.required("shots"),
                        () -> compare(
                                task,
                                LmEvalTasks.read(
                                        files.apply(task.required("task").asString())),
                                data)));
    }

    private static void compare(JsonNode expected, OwnSuite own, Optional<Path> data) {
        PlannedSubject subject = plan(own, data, expected.required("shots"));
        PromptBuilder prompts = new PromptBuilder(subject);
        assertThat(subject.items()).hasSameSizeAs(expected.required("requests"));
        if (!expected.required("kind").asString().equals("generate_until")) {
            assertThat(subject.task().metrics()).isEqualTo(texts(expected.required("metrics")));
        }
        for (Item item : subject.items()) {
            compare(expected.required("requests").required(item.index()), item, prompts.build(item), subject);
        }
    }

    private static void compare(JsonNode expected, Item item, Prompt prompt, PlannedSubject subject) {
        String where = subject.itemId(item);
        List<String> contexts = texts(expected.required("contexts"));
        for (int i = 0; i < contexts.size(); i++) {
            assertThat(prompt.context(i)).as(where).isEqualTo(contexts.get(i));
        }
        if (expected.has("continuations")) {
            assertThat(prompt.continuations()).as(where).isEqualTo(texts(expected.required("continuations")));
        }
        if (expected.has("gold")) {
            assertThat(item.gold())
                    .as(where)
                    .isEqualTo(expected.required("gold").asInt());
        }
        if (expected.has("targets")) {
            Generation generation = Objects.requireNonNull(subject.task().generation());
            assertThat(Stream.concat(Stream.of(prompt.gold()), prompt.alternatives().stream()))
                    .as(where)
                    .containsExactlyElementsOf(texts(expected.required("targets")));
            assertThat(generation.until()).as(where).isEqualTo(texts(expected.required("until")));
            assertThat(generation.maximumTokens())
                    .as(where)
                    .isEqualTo(expected.required("most").asInt());
        }
    }

    private static PlannedSubject plan(OwnSuite own, Optional<Path> data, JsonNode shots) {
        Map<String, String> properties = shots.isNull() ? Map.of() : Map.of("shots", shots.asString());
        Planner planner = new Planner(
                new ConfigurationReader(name -> Optional.ofNullable(properties.get(name))).read(Set.of()),
                own.data().apply(data));
        Optional<PlannedSubject> planned =
                planner.plan(own.suite(), own.suite().subjects().get(0));
        assertThat(planner.problems()).isEmpty();
        return planned.orElseThrow();
    }

    /** Writes a task's rows where its data set of the hub is looked for. */
    private static void write(JsonNode task) throws IOException {
        Path place = folder.resolve(task.required("dataset").asString());
        Path target = task.required("config").isNull()
                ? place
                : place.resolve(task.required("config").asString());
        Files.createDirectories(target);
        for (Map.Entry<String, JsonNode> split : task.required("rows").properties()) {
            Files.writeString(
                    target.resolve(split.getKey() + ".jsonl"),
                    split.getValue().valueStream().map(JsonNode::toString).collect(Collectors.joining("\n")));
        }
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private static List<JsonNode> golden(String file) throws IOException {
        try (InputStream in = LmEvalTasksTest.class.getResourceAsStream(file)) {
            return JsonMapper.shared()
                    .readTree(in)
                    .required("tasks")
                    .valueStream()
                    .toList();
        }
    }
}
