package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.touchstone.endtoend.GoldenComparison.Part;
import dev.touchstone.model.InspectableModel;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.TokenFeed;
import dev.touchstone.model.Tokenizer;
import dev.touchstone.run.Models;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every golden file, item by item: lm-evaluation-harness 0.4.13 (transformers 4.57.6, torch 2.9.1 on CPU, fp32) on SmolLM2-135M-Instruct, token
 * ids of Hugging Face tokenizers and llama.cpp, and a perplexity of llama.cpp. A slice by default, everything with
 * {@code -Dtouchstone.test.golden=all}; prints a table.
 */
class GoldenTest {

    private static final boolean ALL = "all".equals(System.getProperty("touchstone.test.golden"));

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    private static final String SMOLLM = "models/SmolLM2-135M-Instruct.Q4_1.gguf";

    /** Greedy texts may part where two tokens are as good as equal; more than that is a fault. */
    private static final double EQUAL_TEXTS = 0.95;

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<GoldenComparison> TABLE = new ArrayList<>();

    private static final List<String> NOTES = new ArrayList<>();

    @TempDir
    Path folder;

    @AfterAll
    static void print() {
        if (!TABLE.isEmpty()) {
            System.out.println(GoldenComparison.header());
            TABLE.forEach(System.out::println);
            NOTES.forEach(System.out::println);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ceval-0shot | ceval | 3   | 0 | ceval/law#0,ceval/logic#1,ceval/physician#2
                    ceval-5shot | ceval | 3   | 5 | ceval/accountant#0,ceval/accountant#1,ceval/high_school_physics#2
                    mmlu-5shot  | mmlu  | 4   | 5 | mmlu/anatomy#0,mmlu/anatomy#3,mmlu/professional_law#1
                    sciq-0shot  | sciq  | 150 | 0 | sciq/sciq#0,sciq/sciq#1,sciq/sciq#2,sciq/sciq#3,sciq/sciq#149
                    crass-0shot | crass | 100 | 0 | crass/crass#0,crass/crass#3
                    glue-cola-0shot | glue/cola | 100 | 0 | glue/cola#0,glue/cola#1
                    glue-sst2-0shot | glue/sst2 | 100 | 0 | glue/sst2#0,glue/sst2#1
                    glue-mrpc-0shot | glue/mrpc | 100 | 0 | glue/mrpc#0,glue/mrpc#1
                    glue-qnli-0shot | glue/qnli | 100 | 0 | glue/qnli#0,glue/qnli#1
                    glue-rte-0shot | glue/rte | 100 | 0 | glue/rte#0,glue/rte#1
                    glue-mnli-0shot | glue/mnli | 100 | 0 | glue/mnli#0,glue/mnli#1
                    glue-wnli-0shot | glue/wnli | 100 | 0 | glue/wnli#0,glue/wnli#1
                    math-0shot  | math  | 2 | 0 | math/algebra#0,math/number_theory#0
                    gsm8k-5shot | gsm8k | 8 | 5 | gsm8k/gsm8k#1
                    wikitext | wikitext | 5 | 0 | wikitext/wikitext#0
                    """)
    void everyItemIsLmEvaluationHarnesss(String file, String suite, String limit, String shots, String slice)
            throws IOException {
        Path golden = shared("golden/lm-eval/" + file + ".jsonl");
        GoldenComparison found = begin(file);
        Map<String, JsonNode> items = BenchmarkRun.execute(ALL ? suite : slice, folder, properties(limit, shots));
        List<GoldenLine> lines = lines(golden).stream()
                .map(GoldenLine::of)
                .filter(line -> items.containsKey(line.id()))
                .toList();
        assertThat(items).hasSize(ALL ? count(lines(golden)) : slice.split(",").length);
        assertThat(lines.stream().map(GoldenLine::id).distinct()).hasSameSizeAs(items.keySet());
        items.keySet().forEach(id -> found.addItem());
        lines.forEach(line -> line.compare(items.get(line.id()), found, parted -> note(parted, items)));
        if (ALL) {
            GoldenMetrics.compare(
                    read(shared("golden/lm-eval/" + file + ".results.json")),
                    read(folder.resolve("latest/results.json")),
                    found);
        }
        requireSame(found);
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource({SMOLLM + ", tokens-smollm2", "models/llama-2-tiny-random.gguf, tokens-llama2-spm"})
    void tokensAreThoseOfHuggingFaceAndLlamaCpp(String model, String file) throws IOException {
        Path golden = shared("golden/" + file + ".jsonl");
        GoldenComparison found = begin(file);
        try (InspectableModel opened = open(model)) {
            Tokenizer tokenizer = opened.tokenizer();
            for (JsonNode line : lines(golden)) {
                found.addItem();
                String text = line.required("text").asString();
                int[] expected = line.required("ids")
                        .valueStream()
                        .mapToInt(JsonNode::asInt)
                        .toArray();
                int[] actual = tokenizer.encode(text, false);
                found.equal(Part.PROMPTS, text, Arrays.toString(actual), Arrays.toString(expected));
            }
        }
        assertThat(found.items()).isPositive();
        requireSame(found);
    }

    /** Windows of 512 tokens, of which the second half is scored; the running values, printed to four decimals. */
    @Test
    void thePerplexityIsLlamaCpps() throws IOException {
        List<Double> expected = runningPerplexities(Files.readString(shared("golden/llama-perplexity.md")));
        String text = Files.readString(shared("data/wikitext2/wiki.test.raw"));
        GoldenComparison found = begin("llama-perplexity");
        double sum = 0;
        int scored = 0;
        try (InspectableModel model = open(SMOLLM)) {
            int[] tokens = model.tokenizer().encode(text, false);
            for (int window = 0; window < (ALL ? expected.size() : 1); window++) {
                found.addItem();
                int[] seen = Arrays.copyOfRange(tokens, 512 * window, 512 * (window + 1));
                float[][] logits = model.logits(TokenFeed.whole(seen));
                for (int place = 256; place < 511; place++) {
                    sum += loglikelihood(logits[place], seen[place + 1]);
                    scored++;
                }
                double perplexity = Math.exp(-sum / scored);
                // llama.cpp adds up in fp32
                found.near(
                        Part.METRICS,
                        "window " + window,
                        perplexity,
                        expected.get(window),
                        2e-4 * expected.get(window));
            }
        }
        requireSame(found);
    }

    private static List<Double> runningPerplexities(String text) {
        Matcher line = Pattern.compile("(?m)^[0-9]+\\.[0-9]{4}( [0-9]+\\.[0-9]{4}){23}$")
                .matcher(text);
        assertThat(line.find()).as("a line of 24 running values").isTrue();
        return Arrays.stream(line.group().split(" ")).map(Double::valueOf).toList();
    }

    private static double loglikelihood(float[] logits, int token) {
        double largest = Double.NEGATIVE_INFINITY;
        for (float logit : logits) {
            largest = Math.max(largest, logit);
        }
        double sum = 0;
        for (float logit : logits) {
            sum += Math.exp(logit - largest);
        }
        return logits[token] - largest - Math.log(sum);
    }

    private static Map<String, String> properties(String limit, String shots) {
        Map<String, String> properties = new HashMap<>();
        properties.put("model", "gguf:" + shared(SMOLLM));
        properties.put("data", SHARED.resolve("data").toString());
        properties.put("limit", limit);
        if (!shots.equals("0")) {
            properties.put("shots", shots);
        }
        return properties;
    }

    private static void note(GoldenLine parted, Map<String, JsonNode> items) {
        JsonNode item = items.get(parted.id());
        try (InspectableModel model = open(SMOLLM)) {
            TokenGap gap = TokenGap.of(
                    model,
                    item.required("prompt").asString(),
                    item.required("response").asString(),
                    parted.node().required("response").asString());
            NOTES.add(parted.id() + ": " + gap);
        }
    }

    private static InspectableModel open(String model) {
        return (InspectableModel) Models.load().open("gguf:" + shared(model), ModelOptions.defaults());
    }

    private static GoldenComparison begin(String file) {
        GoldenComparison found = new GoldenComparison(file);
        TABLE.add(found);
        return found;
    }

    private static void requireSame(GoldenComparison found) {
        found.stop();
        boolean mayPart = found.share(Part.TEXTS) >= EQUAL_TEXTS;
        assertThat(found.differences())
                .as("differences; of generated texts 5 % are allowed")
                .allMatch(difference -> mayPart && difference.contains(", texts: "));
    }

    private static int count(List<JsonNode> lines) {
        return (int) lines.stream()
                .map(GoldenLine::of)
                .map(GoldenLine::id)
                .distinct()
                .count();
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream().map(JSON::readTree).toList();
    }

    private static JsonNode read(Path file) throws IOException {
        return JSON.readTree(Files.readString(file));
    }

    private static Path shared(String name) {
        Path file = SHARED.resolve(name);
        assumeTrue(Files.exists(file), () -> "needs " + file.toAbsolutePath());
        return file;
    }
}
