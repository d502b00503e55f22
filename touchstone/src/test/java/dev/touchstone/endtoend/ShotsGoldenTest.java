package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.config.ConfigurationReader;
import dev.touchstone.plan.PlannedSubject;
import dev.touchstone.plan.Planner;
import dev.touchstone.prompt.Prompt;
import dev.touchstone.prompt.PromptBuilder;
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
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Prompts with solved examples are lm-evaluation-harness's: {@code src/test/scripts/golden_shots.py} made the values with its own code, on the
 * published files, of which only digests are kept, and on train files that were made up.
 */
class ShotsGoldenTest {

    private static final Path DATA =
            Path.of(System.getProperty("touchstone.test.shared", "../shared")).resolve("data");

    private final Map<String, PlannedSubject> planned = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void promptsOfThePublishedFilesEqualTheReferenceImplementations() throws IOException {
        assumeTrue(Files.isDirectory(DATA), "the published files are not in " + DATA);
        JsonNode prompts = golden().required("published");
        assertThat(prompts).hasSize(52);
        for (JsonNode expected : prompts) {
            assertThat(prompt(DATA, expected).sha256())
                    .as(expected.toString())
                    .isEqualTo(expected.required("sha256").asString());
        }
    }

    @Test
    void shotsOfSciqAndGlueEqualTheReferenceImplementations() throws IOException {
        JsonNode madeUp = golden().required("madeUp");
        writeSciq(madeUp.required("rows").required("sciq"));
        writeCola(madeUp.required("rows").required("cola"));
        assertThat(madeUp.required("prompts")).hasSize(28);
        for (JsonNode expected : madeUp.required("prompts")) {
            assertThat(prompt(folder, expected).text())
                    .as(expected.required("id").asString())
                    .isEqualTo(expected.required("prompt").asString());
        }
    }

    private Prompt prompt(Path data, JsonNode expected) {
        String[] id = expected.required("id").asString().split("[/#]");
        String shots = expected.required("shots").asString();
        PlannedSubject subject = planned.computeIfAbsent(id[0] + "/" + id[1] + " " + shots, key -> {
            Suite suite = SuiteCatalog.load().find(id[0]).orElseThrow();
            Planner planner = new Planner(
                    new ConfigurationReader(properties(Map.of("shots", shots))).read(Set.of()), new DataFolder(data));
            Optional<PlannedSubject> plan =
                    planner.plan(suite, suite.subject(id[1]).orElseThrow());
            assertThat(planner.problems()).isEmpty();
            return plan.orElseThrow();
        });
        return new PromptBuilder(subject).build(subject.items().get(Integer.parseInt(id[2])));
    }

    private static Function<String, Optional<String>> properties(Map<String, String> values) {
        return name -> Optional.ofNullable(values.get(name));
    }

    private void writeSciq(JsonNode rows) throws IOException {
        Path sciq = Files.createDirectories(folder.resolve("sciq"));
        Files.writeString(sciq.resolve("test.json"), rows.required("test").toString());
        Files.writeString(
                sciq.resolve("train.jsonl"),
                rows.required("train").valueStream().map(JsonNode::toString).collect(Collectors.joining("\n")));
    }

    private void writeCola(JsonNode rows) throws IOException {
        Path cola = Files.createDirectories(folder.resolve("glue/CoLA"));
        Files.writeString(cola.resolve("dev.tsv"), tsv(rows.required("validation")));
        Files.writeString(cola.resolve("train.tsv"), tsv(rows.required("train")));
    }

    private static String tsv(JsonNode rows) {
        return rows.valueStream()
                .map(row -> "x\t" + row.required("label").asString() + "\t\t"
                        + row.required("sentence").asString() + "\n")
                .collect(Collectors.joining());
    }

    private static JsonNode golden() throws IOException {
        try (InputStream in = ShotsGoldenTest.class.getResourceAsStream("golden-shots.json")) {
            return JsonMapper.shared().readTree(in);
        }
    }
}
