package dev.touchstone.reports.lmeval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What lm-evaluation-harness 0.4.13 writes. That its own code reads the files, and gets the same scores from the samples, is checked by {@code
 * src/test/scripts/check_lm_eval.py}.
 */
class LmEvalFilesTest {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String STAMP = "2026-11-01T12-00-00.000000";

    @TempDir
    Path folder;

    @BeforeEach
    void takeTheRunThatWasMadeByHand() throws IOException {
        for (String suite : List.of("ceval", "gsm8k", "glue", "wikitext", "sanity")) {
            copy("items-" + suite + "-native.jsonl");
        }
        copy("results.json");
    }

    @Test
    void tasksHaveTheNamesOfTheirOwners() throws IOException {
        LmEvalFiles.write(folder);
        assertThat(names(folder.resolve("lm-eval")))
                .containsExactly(
                        "results_" + STAMP + ".json",
                        "samples_ceval-valid_law_" + STAMP + ".jsonl",
                        "samples_cola_" + STAMP + ".jsonl",
                        "samples_gsm8k_" + STAMP + ".jsonl",
                        "samples_wikitext_" + STAMP + ".jsonl");
    }

    @Test
    void resultsHaveMetricsWithFilterAndStandardError() throws IOException {
        LmEvalFiles.write(folder);
        JsonNode results = results("lm-eval");
        assertThat(results.at("/results/gsm8k").toString())
                .isEqualTo(
                        "{\"name\":\"gsm8k\",\"alias\":\"gsm8k\",\"sample_len\":3,"
                                + "\"exact_match,strict-match\":0.3333333333333333,\"exact_match_stderr,strict-match\":\"N/A\","
                                + "\"exact_match,flexible-extract\":0.3333333333333333,\"exact_match_stderr,flexible-extract\":\"N/A\"}");
        assertThat(results.at("/results/cola/acc,none").asDouble()).isEqualTo(0.75);
        assertThat(results.at("/groups/glue/acc,none").asDouble()).isEqualTo(0.75);
        assertThat(results.at("/group_subtasks").toString())
                .isEqualTo("{\"ceval-valid\":[\"ceval-valid_law\"],\"gsm8k\":[],\"glue\":[\"cola\"],\"wikitext\":[]}");
        assertThat(results.at("/higher_is_better/wikitext/word_perplexity").asBoolean())
                .isFalse();
        assertThat(results.at("/higher_is_better/cola/acc").asBoolean()).isTrue();
        assertThat(results.at("/n-samples/gsm8k/effective").asInt()).isEqualTo(3);
        assertThat(results.at("/config/model_args").asString()).isEqualTo("pretrained=gguf:models/made-up.gguf");
        assertThat(results.at("/model_name_sanitized").asString()).isEqualTo("gguf__models__made-up.gguf");
        assertThat(results.at("/date").asDouble()).isEqualTo(1793534400.0);
    }

    @Test
    void aChoiceIsARequestWithItsLoglikelihoodAsText() throws IOException {
        LmEvalFiles.write(folder);
        JsonNode sample = samples("ceval-valid_law").get(1);
        assertThat(sample.propertyNames())
                .containsExactly(
                        "doc_id",
                        "doc",
                        "target",
                        "arguments",
                        "resps",
                        "filtered_resps",
                        "filter",
                        "metrics",
                        "acc",
                        "doc_hash",
                        "prompt_hash",
                        "target_hash");
        assertThat(sample.get("doc_id").asInt()).isEqualTo(1);
        assertThat(sample.get("target").asString()).isEqualTo("3");
        assertThat(sample.at("/arguments/gen_args_3/arg_1").asString()).isEqualTo(" D");
        assertThat(sample.at("/arguments/gen_args_3/arg_0").asString()).endsWith("答案：");
        assertThat(sample.get("resps").toString())
                .isEqualTo(
                        "[[[\"-2.0\",\"False\"]],[[\"-0.5\",\"False\"]],[[\"-3.0\",\"False\"]],[[\"-inf\",\"False\"]]]");
        assertThat(sample.get("filtered_resps").toString())
                .isEqualTo("[[\"-2.0\",\"False\"],[\"-0.5\",\"False\"],[\"-3.0\",\"False\"],[\"-inf\",\"False\"]]");
        assertThat(sample.get("acc").toString()).isEqualTo("0.0");
        assertThat(sample.get("target_hash").asString())
                .as("sha256 of 3")
                .isEqualTo("4e07408562bedb8b60ce05c1decfe3ad16b72230967de01f640b7e4729b49fce");
    }

    @Test
    void aGeneratedTextHasALineForEachFilterAndAnErrorHasNone() throws IOException {
        LmEvalFiles.write(folder);
        List<JsonNode> samples = samples("gsm8k");
        assertThat(samples).extracting(sample -> sample.get("doc_id").asInt()).containsExactly(0, 0, 1, 1, 2, 2);
        assertThat(samples)
                .extracting(sample -> sample.get("filter").asString() + " " + sample.get("filtered_resps"))
                .containsExactly(
                        "strict-match [\"7\"]",
                        "flexible-extract [\"[invalid]\"]",
                        "strict-match [\"[invalid]\"]",
                        "flexible-extract [\"12\"]",
                        "strict-match [\"[invalid]\"]",
                        "flexible-extract [\"[invalid]\"]");
        assertThat(samples.get(0).get("resps").toString()).isEqualTo("[[\" 3 + 4 = 7 <b>apples</b>.\\n#### 7\"]]");
        assertThat(samples.get(0).get("exact_match").asDouble()).isEqualTo(1);
    }

    @Test
    void aPageHasItsLoglikelihoodWithWhatItIsDividedBy() throws IOException {
        LmEvalFiles.write(folder);
        JsonNode sample = samples("wikitext").get(0);
        assertThat(sample.get("word_perplexity").toString()).isEqualTo("[-123.5,36]");
        assertThat(sample.get("bits_per_byte").toString()).isEqualTo("[-123.5,198]");
        assertThat(sample.get("resps").toString()).isEqualTo("[[\"-123.5\"]]");
        assertThat(sample.get("target").asString()).startsWith(" = A page = ");
    }

    @Test
    void aMetricOverAllItemsHasThePairThatItIsComputedFrom() {
        JsonNode item = MAPPER.readTree(
                "{\"id\": \"glue/cola#0\", \"index\": 0, \"prompt\": \"p\", \"promptSha256\": \"00\", \"gold\": 1,"
                        + "\"answer\": 0, \"choices\": [\" no\", \" yes\"], \"loglikelihoods\": [-1.0, -2.0], \"scores\": {\"acc\": 0}}");
        ObjectNode sample = new Samples(item, List.of("mcc", "acc")).all().get(0);
        assertThat(sample.get("mcc").toString()).isEqualTo("[1,0]");
        assertThat(sample.get("metrics").toString()).isEqualTo("[\"mcc\",\"acc\"]");
    }

    @Test
    void miniItemsCanNotBeTakenForTheBenchmark() throws IOException {
        change("\"data\": \"folder\"", "\"data\": \"mini\"");
        LmEvalFiles.write(folder);
        assertThat(results("lm-eval").get("results").propertyNames())
                .contains("mini_ceval-valid_law", "mini_gsm8k", "mini_cola", "mini_wikitext")
                .allMatch(name -> name.startsWith("mini_"));
    }

    @Test
    void severalVariantsHaveAFolderEach() throws IOException {
        Path results = folder.resolve("results.json");
        ObjectNode run = (ObjectNode) MAPPER.readTree(Files.readString(results));
        ObjectNode other = run.withArray("suites").get(0).deepCopy().asObject();
        other.putObject("variant").put("precision", "sparse-2:4");
        run.withArray("suites").add(other);
        Files.writeString(results, MAPPER.writeValueAsString(run));
        LmEvalFiles.write(folder);
        assertThat(names(folder.resolve("lm-eval"))).containsExactly("native", "sparse-2-4");
        assertThat(results("lm-eval/sparse-2-4").at("/config/model_dtype").asString())
                .isEqualTo("sparse-2-4");
    }

    private void copy(String file) throws IOException {
        try (InputStream in = getClass().getResourceAsStream("/dev/touchstone/reports/html/small/" + file)) {
            Files.copy(in, folder.resolve(file));
        }
    }

    private void change(String from, String to) throws IOException {
        Path results = folder.resolve("results.json");
        String text = Files.readString(results);
        assertThat(text).contains(from);
        Files.writeString(results, text.replace(from, to));
    }

    private JsonNode results(String place) throws IOException {
        return MAPPER.readTree(Files.readString(folder.resolve(place).resolve("results_" + STAMP + ".json")));
    }

    private List<JsonNode> samples(String task) throws IOException {
        Path file = folder.resolve("lm-eval").resolve("samples_" + task + "_" + STAMP + ".jsonl");
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .map(MAPPER::readTree)
                .toList();
    }

    private static List<String> names(Path place) throws IOException {
        try (Stream<Path> files = Files.list(place)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
