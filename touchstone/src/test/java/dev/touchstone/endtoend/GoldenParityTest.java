package dev.touchstone.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The same prompts, log-likelihoods and answers as lm-evaluation-harness 0.4.13 (transformers 4.57.6, torch 2.9.1, fp32) on
 * SmolLM2-135M-Instruct.Q4_1.gguf; a slice by default, everything with {@code -Dtouchstone.test.golden=all}.
 */
class GoldenParityTest {

    /** lm-evaluation-harness itself is within 2e-5 of a float64 computation; a different order of sums explains the rest. */
    private static final double ABSOLUTE = 2e-4;

    private static final double RELATIVE = 2e-5;

    /** Where the two best choices are nearer than this, rounding decides which one is the answer. */
    private static final double DECIDED = 5e-4;

    private static final boolean ALL = "all".equals(System.getProperty("touchstone.test.golden"));

    private static final Path SHARED = Path.of(System.getProperty("touchstone.test.shared", "../shared"));

    @TempDir
    Path folder;

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
                    """)
    void everyItemEqualsTheReferenceImplementations(String file, String suite, String limit, String shots, String slice)
            throws IOException {
        Path model = SHARED.resolve("models/SmolLM2-135M-Instruct.Q4_1.gguf");
        Path golden = SHARED.resolve("golden/lm-eval/" + file + ".jsonl");
        assumeTrue(Files.exists(model) && Files.exists(golden), "the golden values or the model are not in " + SHARED);
        Map<String, JsonNode> items = BenchmarkRun.execute(
                ALL ? suite : slice,
                folder,
                Map.of(
                        "model",
                        "gguf:" + model,
                        "data",
                        SHARED.resolve("data").toString(),
                        "limit",
                        limit,
                        "shots",
                        shots));
        List<GoldenItem> expected = GoldenItem.read(golden).stream()
                .filter(item -> ALL || List.of(slice.split(",")).contains(item.id()))
                .toList();
        assertThat(items.keySet())
                .hasSize(expected.size())
                .containsAll(expected.stream().map(GoldenItem::id).toList());
        Deviation deviation = new Deviation();
        expected.forEach(item -> compare(item, items.get(item.id()), deviation));
        // Our bits are the same on every machine, so what agrees today by a hair agrees tomorrow.
        assertThat(deviation.greedyDiffers).as("greedy flags that differ").isZero();
        assertThat(deviation.normDiffers).as("acc_norm that differ").isZero();
        System.out.println(file + ": " + expected.size() + " items, prompts equal, " + deviation);
    }

    private static void compare(GoldenItem golden, JsonNode item, Deviation deviation) {
        assertThat(item.required("promptSha256").asString()).as(golden.id()).isEqualTo(golden.promptSha256());
        for (int i = 0; i < golden.continuations().size(); i++) {
            assertThat(item.required("choices").get(i).asString())
                    .as(golden.id())
                    .isEqualTo(golden.continuations().get(i));
            double expected = golden.loglikelihoods().get(i);
            double actual = item.required("loglikelihoods").get(i).asDouble();
            assertThat(Math.abs(actual - expected))
                    .as(golden.id() + " choice " + i + ": " + actual + ", expected " + expected)
                    .isLessThanOrEqualTo(ABSOLUTE + RELATIVE * Math.abs(expected));
            deviation.add(golden.id(), Math.abs(actual - expected));
            deviation.addGreedy(item.required("greedy").get(i).asBoolean()
                    == golden.greedy().get(i));
        }
        if (golden.lead() > DECIDED) {
            assertThat(item.required("scores").required("acc").asDouble())
                    .as(golden.id())
                    .isEqualTo(golden.acc());
            deviation.addDecided();
        }
        JsonNode norm = item.required("scores").path("acc_norm");
        deviation.addNorm(norm.isMissingNode() || norm.asDouble() == golden.accNorm());
    }

    /** What a comparison found. */
    private static final class Deviation {

        private double largest;
        private String where = "";
        private int decided;
        private int greedyDiffers;
        private int normDiffers;

        void add(String id, double difference) {
            if (difference >= largest) {
                largest = difference;
                where = id;
            }
        }

        void addDecided() {
            decided++;
        }

        void addGreedy(boolean same) {
            greedyDiffers += same ? 0 : 1;
        }

        void addNorm(boolean same) {
            normDiffers += same ? 0 : 1;
        }

        @Override
        public String toString() {
            return String.format(
                    Locale.ROOT,
                    "largest deviation of a log-likelihood %.2e (%s), same answer on all %d decided items, "
                            + "%d greedy flags differ, %d acc_norm differ",
                    largest,
                    where,
                    decided,
                    greedyDiffers,
                    normDiffers);
        }
    }
}
