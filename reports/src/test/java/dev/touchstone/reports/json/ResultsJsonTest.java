package dev.touchstone.reports.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.touchstone.metric.VariantComparisons;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.reports.FormRuns;
import dev.touchstone.reports.MeasuredRuns;
import dev.touchstone.reports.SampleChecks;
import dev.touchstone.reports.SampleGates;
import dev.touchstone.reports.SampleRuns;
import dev.touchstone.result.RunResult;
import dev.touchstone.result.VariantComparison;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ResultsJsonTest {

    private static final Path SCHEMA = Path.of("..", "docs", "results.schema.json");

    private static final Estimate HALF = Estimate.of(0.5, 0.125, new Estimate.Interval(0.25, 0.75), 7);

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "small",
                "stopped",
                "empty",
                "large",
                "checks",
                "pages",
                "mixed",
                "imbalanced",
                "clustered",
                "variants",
                "forms",
                "undefined-form",
                "precisions-of-a-form",
                "gates"
            })
    void followsTheDocumentedSchema(String run) throws IOException {
        String json = write(run(run));

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA))
                        .validate(json, InputFormat.JSON))
                .isEmpty();
    }

    @Test
    void theSchemaRefusesANullWithoutAReason() throws IOException {
        String json = write(SampleRuns.small(folder)).replaceAll(",\\s*\"undefined\" : \"a standard[^\"]*\"", "");

        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Files.readString(SCHEMA))
                        .validate(json, InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void namesTheBetterFormOfASuiteThatRanInBoth() throws IOException {
        assertThat(read(FormRuns.both(folder, 3, 5)).at("/forms/0").toString())
                .isEqualTo(
                        "{\"suite\":\"ceval\",\"precision\":\"native\",\"letters\":{\"metric\":\"acc\",\"value\":0.3},"
                                + "\"cloze\":{\"metric\":\"acc_norm\",\"value\":0.5},\"better\":\"cloze\"}");
        assertThat(read(SampleRuns.small(folder)).has("forms")).isFalse();
    }

    @Test
    void writesNumbersAsNumbersAndUndefinedAsNullWithAReason() throws IOException {
        JsonNode suite = read(SampleRuns.small(folder)).at("/suites/0");

        assertThat(suite.at("/metrics/acc/value").isNumber()).isTrue();
        assertThat(suite.at("/metrics/acc/ci95").size()).isEqualTo(2);
        JsonNode logic = suite.at("/subjects/2/metrics/acc");
        assertThat(logic.toString())
                .isEqualTo("{\"value\":1.0,\"stderr\":null,\"ci95\":null,\"n\":1,"
                        + "\"undefined\":\"a standard error needs 2 items, and there is 1\"}");
    }

    @Test
    void saysWhichCapabilityASuiteMeasuresIfItDoes() throws IOException {
        assertThat(read(SampleRuns.small(folder)).at("/suites/0/capability").asString())
                .isEqualTo("knowledge");
        assertThat(read(SampleChecks.run(folder)).at("/suites/0").has("capability"))
                .isFalse();
    }

    @Test
    void keepsErrorsApartFromWrongAnswers() throws IOException {
        JsonNode suite = read(SampleRuns.small(folder)).at("/suites/0");

        assertThat(suite.get("outcomes").toString())
                .isEqualTo("{\"correct\":4,\"wrong\":2,\"noAnswer\":0,\"error\":1}");
        assertThat(suite.at("/metrics/acc/n").asInt()).isEqualTo(6);
    }

    @Test
    void writesChecksWithTheirEvidence() throws IOException {
        JsonNode suite = read(SampleChecks.run(folder)).at("/suites/0");

        assertThat(suite.at("/subjects/1/checks/0").toString())
                .isEqualTo("{\"id\":\"sanity/causal-mask#0\",\"statement\":\"A statement about causal-mask.\","
                        + "\"outcome\":\"wrong\",\"evidence\":{\"text\":\"3 of 65 positions differ\","
                        + "\"numbers\":{\"largestDifference\":null}}}");
        assertThat(suite.at("/subjects/3/checks/1/error").asString())
                .isEqualTo("the model failed while it was looked into");
    }

    @Test
    void writesVerdictsWithTheirEvidence() throws IOException {
        JsonNode gates = read(SampleGates.run(folder)).get("gates");

        assertThat(gates.size()).isEqualTo(4);
        assertThat(gates.at("/0/verdict").asString()).isEqualTo("FAIL");
        assertThat(gates.at("/0/evidence/text").asString()).startsWith("acc 66.67 %");
        assertThat(gates.at("/0/evidence/numbers/lost").asInt()).isEqualTo(1);
        assertThat(gates.at("/0/evidence/numbers/smallestDropSeen").isNull()).isTrue();
        assertThat(gates.at("/0/baseline").toString())
                .isEqualTo("{\"run\":\"20261031-090000-ceval\",\"model\":\"gguf:models/small.gguf\","
                        + "\"modelFingerprint\":\"sha256:77\",\"variant\":\"native\","
                        + "\"source\":\"baselines/ceval.json\"}");
        assertThat(gates.at("/1").has("baseline")).isFalse();
    }

    @Test
    void whatIsOnlyMeasuredIsNoAnswer() throws IOException {
        JsonNode suite = read(MeasuredRuns.pages(folder)).at("/suites/0");

        assertThat(suite.get("outcomes").toString())
                .isEqualTo("{\"correct\":0,\"wrong\":0,\"noAnswer\":0,\"error\":1,\"measured\":3}");
        assertThat(suite.at("/metrics/word_perplexity/n").asInt()).isEqualTo(3);
        assertThat(suite.at("/metrics/bits_per_byte/ci95").size()).isEqualTo(2);
    }

    @Test
    void aSuiteOfMetricsThatHaveNothingInCommonHasNone() throws IOException {
        JsonNode suite = read(MeasuredRuns.mixed(folder)).at("/suites/0");

        assertThat(suite.get("metrics").toString()).isEqualTo("{}");
        assertThat(suite.at("/subjects/0/metrics").propertyNames()).containsExactly("mcc", "acc");
        assertThat(suite.at("/subjects/1/metrics").propertyNames()).containsExactly("pearson", "spearman");
    }

    @Test
    void saysHowUncertainScoresAreWhenItemsBelongTogether() throws IOException {
        JsonNode suite =
                read(SampleRuns.withMetrics(folder, Map.of("acc", HALF))).at("/suites/0");
        assertThat(suite.get("clustered").toString())
                .isEqualTo("{\"by\":\"subject\",\"clusters\":2,\"metrics\":"
                        + "{\"acc\":{\"value\":0.5,\"stderr\":0.125,\"ci95\":[0.25,0.75],\"n\":7}}}");
        assertThat(read(SampleRuns.small(folder)).at("/suites/0").has("clustered"))
                .isFalse();
    }

    @Test
    void saysHowOftenEachLabelIsRight() throws IOException {
        JsonNode subject = read(MeasuredRuns.imbalanced(folder)).at("/suites/0/subjects/0");
        assertThat(subject.get("balance").toString())
                .isEqualTo("{\"labels\":[\"no\",\"yes\"],\"gold\":[3,27],\"ratio\":9.0,\"accuracyMisleads\":true}");
        assertThat(subject.get("metrics").propertyNames()).startsWith("f1_macro", "mcc", "acc");
        assertThat(read(SampleRuns.small(folder)).at("/suites/0/subjects/0").has("balance"))
                .as("letters are no labels")
                .isFalse();
    }

    @Test
    void comparesVariantsOnTheItemsThatBothEvaluated() throws IOException {
        JsonNode results = read(SampleRuns.variants(folder));

        assertThat(results.at("/suites/1/variant").toString())
                .isEqualTo("{\"precision\":\"int4\",\"kernelUsed\":\"vector-512\",\"bitsPerWeight\":4.2631578947368425,"
                        + "\"weightBytes\":8100000}");
        assertThat(results.at("/suites/2/variant/undefined").asString())
                .isEqualTo("the model does not say how many bytes its weights take");
        assertThat(results.at("/comparisons/0").toString())
                .startsWith(
                        "{\"suite\":\"ceval\",\"data\":\"folder\",\"baseline\":\"fp32\",\"candidate\":\"int4\",\"n\":3,"
                                + "\"leftOut\":0,\"bothRight\":1,\"lost\":1,\"gained\":0,\"bothWrong\":1,\"changedAnswers\":2,")
                .endsWith("\"mcnemar\":{\"p\":1.0,\"worse\":0.5,\"better\":1.0}}");
        assertThat(results.at("/comparisons/1/n").asInt()).isEqualTo(2);
        assertThat(results.at("/comparisons/1/leftOut").asInt()).isEqualTo(1);
        assertThat(read(SampleRuns.small(folder)).at("/comparisons").size()).isZero();
    }

    @Test
    void aComparisonNamesTheFormWhereASuiteRanInBoth() throws IOException {
        assertThat(read(FormRuns.precisions(folder)).at("/comparisons/0").toString())
                .startsWith("{\"suite\":\"ceval\",\"data\":\"folder\",\"form\":\"cloze\",\"baseline\":\"fp32\",");
    }

    /** A suite compared with itself. */
    @Test
    void whatIsOnlyMeasuredIsNotCompared() {
        List<String> precisions = List.of("native", "native");

        assertThat(VariantComparisons.of(MeasuredRuns.pages(folder).suites(), precisions))
                .isEmpty();
        List<VariantComparison> mixed =
                VariantComparisons.of(MeasuredRuns.mixed(folder).suites(), precisions);
        assertThat(mixed).hasSize(1);
        assertThat(mixed.get(0).outcomes().n()).isEqualTo(4);
        assertThat(mixed.get(0).leftOut()).isZero();
        assertThat(mixed.get(0).changedAnswers()).isZero();
    }

    @Test
    void saysWhetherASuiteWasStopped() throws IOException {
        assertThat(read(SampleRuns.small(folder)).at("/suites/0/status").asString())
                .isEqualTo("completed");
        assertThat(read(SampleRuns.stopped(folder)).at("/suites/0/status").asString())
                .isEqualTo("stopped");
    }

    @Test
    void namesTheItemsFileAsSeenFromTheResultsFile() throws IOException {
        assertThat(read(SampleRuns.small(folder)).at("/suites/0/itemsFile").asString())
                .isEqualTo("items-ceval-native.jsonl");
    }

    @Test
    void leavesNoPartOfAFileAndReplacesAnOlderOne() throws IOException {
        String first = write(SampleRuns.small(folder));

        assertThat(write(SampleRuns.small(folder))).isEqualTo(first);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(folder.resolve("results.json"));
        }
    }

    @Test
    void saysWhichFileCantBeWrittenAndWhatToDo() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "a file where a folder should be");

        assertThatThrownBy(() -> new ResultsJson().write(SampleRuns.small(blocked)))
                .isInstanceOf(IOException.class)
                .hasMessageStartingWith(blocked.resolve("results.json") + " can't be written (")
                .hasMessageEndingWith("; free the place, or choose another one with -Doutput=FOLDER");
    }

    private RunResult run(String name) {
        return switch (name) {
            case "small" -> SampleRuns.small(folder);
            case "stopped" -> SampleRuns.stopped(folder);
            case "forms" -> FormRuns.both(folder, 3, 5);
            case "precisions-of-a-form" -> FormRuns.precisions(folder);
            case "undefined-form" -> FormRuns.both(folder, 3, -1);
            case "variants" -> SampleRuns.variants(folder);
            case "empty" -> SampleRuns.empty(folder);
            case "checks" -> SampleChecks.run(folder);
            case "gates" -> SampleGates.run(folder);
            case "pages" -> MeasuredRuns.pages(folder);
            case "mixed" -> MeasuredRuns.mixed(folder);
            case "imbalanced" -> MeasuredRuns.imbalanced(folder);
            case "clustered" -> SampleRuns.withMetrics(folder, Map.of("acc", HALF));
            default -> SampleRuns.large(folder);
        };
    }

    private String write(RunResult result) throws IOException {
        new ResultsJson().write(result);
        return Files.readString(folder.resolve("results.json"));
    }

    private JsonNode read(RunResult result) throws IOException {
        return JsonMapper.shared().readTree(write(result));
    }
}
