package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.config.Property;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.testing.TinyModels;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole way from properties to reports with a random tiny model and self-written items: no real data, no real weights. */
class TinyRunTest {

    private static final int ITEMS = 4;

    @TempDir
    Path folder;

    @BeforeEach
    void writeItems() throws IOException {
        String items = IntStream.range(0, ITEMS).mapToObj(TinyRunTest::item).collect(Collectors.joining(",", "[", "]"));
        Files.createDirectories(folder.resolve("data/sciq"));
        Files.writeString(folder.resolve("data/sciq/test.json"), items, StandardCharsets.UTF_8);
    }

    @Test
    void aRunLeavesResultsItemsAndReport() throws IOException {
        run("run", gguf(), Map.of());
        Path latest = folder.resolve("run/latest");
        assertThat(items("run")).hasSize(ITEMS);
        assertThat(Files.readString(latest.resolve("allure-report/index.html"))).contains("SciQ");
        assertThat(Files.readString(latest.resolve("report.html"))).contains("SciQ");
        JsonNode results = JsonMapper.builder().build().readTree(Files.readString(latest.resolve("results.json")));
        JsonNode suite = results.required("suites").get(0);
        assertThat(suite.required("status").asString()).isEqualTo("completed");
        assertThat(suite.required("metrics").required("acc").required("n").asInt())
                .isEqualTo(ITEMS);
    }

    @Test
    void itemsAreEqualInEveryByteForAnyThreadsAndKernels() throws IOException {
        run("one", gguf(), Map.of("threads", "1"));
        run("three", gguf(), Map.of("threads", "3"));
        run("scalar", gguf(), Map.of("simd", "scalar"));
        assertThat(items("three")).isEqualTo(items("one"));
        assertThat(items("scalar")).isEqualTo(items("one"));
    }

    @Test
    void precisionsAnswerTheSameItemsWithTheSameBytesForAnyThreadsAndKernels() throws IOException {
        run("one", gguf(), Map.of("threads", "1", "precision", "int8,int4"));
        run("two", gguf(), Map.of("threads", "2", "precision", "int8,int4", "simd", "scalar"));
        for (String precision : List.of("int8", "int4")) {
            assertThat(items("one", precision)).hasSize(ITEMS).isEqualTo(items("two", precision));
        }
        assertThat(items("one", "int4")).isNotEqualTo(items("one", "int8"));
        JsonNode results =
                JsonMapper.builder().build().readTree(Files.readString(folder.resolve("one/latest/results.json")));
        assertThat(results.at("/suites/0/variant/bitsPerWeight").asDouble())
                .isGreaterThan(results.at("/suites/1/variant/bitsPerWeight").asDouble());
        assertThat(results.at("/comparisons/0/candidate").asString()).isEqualTo("int4");
        assertThat(results.at("/comparisons/0/n").asInt()).isEqualTo(ITEMS);
    }

    /** The harness does not know the engine's precisions, but its page of properties lists them. */
    @Test
    void thePropertyListsEveryPrecision() {
        String legal = Property.PRECISION.legalValues();
        Precision.names().stream()
                .filter(name -> !name.contains("P"))
                .forEach(name -> assertThat(List.of(legal.split("[,;] "))).contains(name));
        assertThat(legal).contains("sparse-P and channel-P with P from 1 to 99");
    }

    /** GGUF stores queries and keys in another order, so sums differ in their last bits. */
    @Test
    void aHuggingFaceFolderGivesTheSameAsTheGgufFileOfTheSameWeights() {
        Map<String, JsonNode> fromGguf = run("gguf", gguf(), Map.of());
        Path hf = TinyModels.folder(folder.resolve("hf"), 7);
        Map<String, JsonNode> fromFolder = run("folder", "hf:" + hf, Map.of());
        assertThat(fromFolder.keySet()).isEqualTo(fromGguf.keySet());
        fromGguf.forEach((id, item) -> {
            JsonNode other = fromFolder.get(id);
            assertThat(other.required("tokens")).isEqualTo(item.required("tokens"));
            for (int i = 0; i < 4; i++) {
                double expected = item.required("loglikelihoods").get(i).asDouble();
                assertThat(other.required("loglikelihoods").get(i).asDouble())
                        .isCloseTo(expected, org.assertj.core.data.Offset.offset(1e-4));
            }
        });
    }

    @Test
    void aPromptThatHadToBeCutIsCounted() throws IOException {
        String support = "The sky is blue. ".repeat(20);
        Files.writeString(
                folder.resolve("data/sciq/test.json"),
                "[" + item(0).replace("\"support\": \"\"", "\"support\": \"" + support + "\"") + "]",
                StandardCharsets.UTF_8);
        JsonNode item = run("cut", gguf(), Map.of()).get("sciq/sciq#0");
        assertThat(item.required("truncated").asInt()).isPositive();
        assertThat(item.required("tokens").required("prompt").asInt()).isLessThanOrEqualTo(128);
    }

    /** A page is longer than the model's context, so it is scored in several windows. */
    @Test
    void whatIsMeasuredRunsBesideWhatIsRightOrWrong() throws IOException {
        Map<String, JsonNode> items = BenchmarkRun.execute(
                "glue,wikitext", folder.resolve("mini"), Map.of("model", gguf(), "data", "mini", "limit", "2"));
        assertThat(items).hasSize(2 * 11);
        assertThat(items.get("wikitext/wikitext#0").required("windows").asInt()).isGreaterThan(1);
        assertThat(items.get("glue/stsb#0").required("prediction").asDouble()).isBetween(0.0, 5.0);
        JsonNode suites = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("mini/latest/results.json")))
                .required("suites");
        assertThat(suites).allSatisfy(suite -> {
            assertThat(suite.required("status").asString()).isEqualTo("completed");
            assertThat(suite.required("outcomes").required("error").asInt()).isZero();
            assertThat(suite.required("outcomes").required("measured").asInt()).isEqualTo(2);
        });
    }

    /** C-Eval's hard subjects are in STEM, too, and the publisher of MMLU files anatomy elsewhere than lm-evaluation-harness. */
    @Test
    void groupsMayOverlap() throws IOException {
        Map<String, JsonNode> items = BenchmarkRun.execute(
                "ceval/hard,mmlu/other_publisher",
                folder.resolve("mini"),
                Map.of("model", gguf(), "data", "mini", "limit", "1"));
        assertThat(items).hasSize(8 + 14).containsKeys("ceval/discrete_mathematics#0", "mmlu/anatomy#0");
        JsonNode suites = JsonMapper.shared()
                .readTree(Files.readString(folder.resolve("mini/latest/results.json")))
                .required("suites");
        assertThat(groups(suites.get(0))).containsExactly("stem 8", "hard 8");
        assertThat(groups(suites.get(1))).containsExactly("stem 1", "other 13", "other_publisher 14");
        assertThat(suites.at("/0/groups/1/subjectMeans/acc/n").asInt()).isEqualTo(8);
        try (Stream<Path> files = Files.list(folder.resolve("mini/latest/lm-eval"))) {
            Path results = files.filter(file -> file.getFileName().toString().startsWith("results"))
                    .findFirst()
                    .orElseThrow();
            assertThat(Files.readString(results)).contains("mini_mmlu_other").doesNotContain("publisher");
        }
    }

    private static List<String> groups(JsonNode suite) {
        return suite.required("groups")
                .valueStream()
                .map(group -> group.required("group").asString() + " "
                        + (group.at("/outcomes/correct").asInt()
                                + group.at("/outcomes/wrong").asInt()))
                .toList();
    }

    private String gguf() {
        return "gguf:" + TinyModels.gguf(folder.resolve("tiny.gguf"), 7);
    }

    private Map<String, JsonNode> run(String output, String model, Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(more);
        properties.put("model", model);
        properties.put("data", folder.resolve("data").toString());
        return BenchmarkRun.execute("sciq", folder.resolve(output), properties);
    }

    private List<String> items(String output) throws IOException {
        return items(output, "native");
    }

    private List<String> items(String output, String precision) throws IOException {
        return Files.readAllLines(folder.resolve(output).resolve("latest/items-sciq-" + precision + ".jsonl")).stream()
                .map(line -> line.replaceFirst(",\"timing\":\\{[^}]*}", ""))
                .toList();
    }

    private static String item(int i) {
        return "{\"question\": \"Colour " + i + "?\", \"distractor1\": \"red\", \"distractor2\": \"green wood\", "
                + "\"distractor3\": \"a\", \"correct_answer\": \"blue " + i + "\", \"support\": \"\"}";
    }
}
