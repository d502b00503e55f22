package dev.touchstone.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.platform.testkit.engine.EventConditions.displayName;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedSuccessfully;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.Finding.WholeText;
import dev.touchstone.result.OutcomeCounts;
import dev.touchstone.result.SubjectResult;
import dev.touchstone.result.SuiteResult;
import dev.touchstone.result.VariantComparison;
import dev.touchstone.testing.MeasuredSuites;
import dev.touchstone.testing.RecordingReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Items that no answer is right or wrong for: whole texts and places on a scale. */
class MeasuredItemsTest {

    @TempDir
    Path folder;

    private EngineRun run;

    @BeforeEach
    void writeData() {
        MeasuredSuites.write(folder.resolve("data"));
        run = EngineRun.in(folder).with("suite", "pages");
    }

    @Test
    void measuredItemsPassAndCountInNoAccuracy() {
        run.with("suite", "pages,marks/scale")
                .execute()
                .testEvents()
                .assertStatistics(stats -> stats.succeeded(9).aborted(0).failed(0));
        assertThat(result("pages").outcomes()).isEqualTo(new OutcomeCounts(0, 0, 0, 0, 2));
        assertThat(result("marks").outcomes()).isEqualTo(new OutcomeCounts(0, 0, 0, 0, 5));
        assertThat(result("pages").mode()).isEqualTo("rolling loglikelihood");
    }

    @Test
    void gatesOfRightAnswersDoNotApplyToWindowsOfAText() {
        run.with("suite", "wikitext_windows").with("data", "mini").with("baseline", "b.json");
        assertThat(run.with("gate.flips", "5%").issues())
                .contains("property 'gate.flips' applies to none of the selected suites (wikitext_windows): it needs a "
                        + "suite with right and wrong answers");
    }

    @Test
    void theDetokenizedPageIsScoredAndThePublishedOneIsCounted() throws IOException {
        run.execute();
        JsonNode item = items("pages").get(1);
        String prompt = "= Two =\n\nA well-known (old) page!\n";
        assertThat(item.required("prompt").asString()).isEqualTo(" " + prompt);
        assertThat(item.required("loglikelihood").asDouble()).isEqualTo(-(1 + prompt.length()) / 2.0);
        assertThat(item.required("words").asInt()).isEqualTo(14);
        assertThat(item.required("bytes").asInt()).isEqualTo(46);
        assertThat(item.required("tokens").required("scored").asInt()).isEqualTo(1 + prompt.length());
        assertThat(item.has("choices") || item.has("gold") || item.has("answer") || item.has("outcome"))
                .as(item.toString())
                .isFalse();
        assertThat(items("pages").get(0).required("bytes").asInt()).isEqualTo(28);
    }

    @Test
    void perplexitiesAreThoseOfAllPagesTogether() {
        run.execute();
        SuiteResult suite = result("pages");
        double sum = suite.subjects().get(0).items().stream()
                .mapToDouble(item -> ((WholeText) item.finding()).loglikelihood())
                .sum();
        assertThat(suite.metrics().keySet()).containsExactly("word_perplexity", "byte_perplexity", "bits_per_byte");
        Estimate words = suite.metrics().get("word_perplexity");
        assertThat(words.value()).isEqualTo(StrictMath.exp(-sum / (9 + 14)));
        assertThat(words.n()).isEqualTo(2);
        assertThat(words.standardError()).isPositive();
        assertThat(words.interval95().low()).isLessThan(words.value());
        assertThat(suite.metrics().get("bits_per_byte").value())
                .isCloseTo(-sum / (28 + 46) / Math.log(2), within(1e-12));
    }

    @Test
    void onePageHasNoStandardErrorAndSaysWhy() {
        run.with("limit", "1").execute();
        Estimate words = result("pages").metrics().get("word_perplexity");
        assertThat(words.value()).isNotNull();
        assertThat(words.standardError()).isNull();
        assertThat(words.undefined())
                .isEqualTo("the standard error and the interval are undefined: one document has no spread");
    }

    @Test
    void aPageThatTheModelRefusesFailsAndTheOthersAreMeasured() {
        run.with("model", "fake:Two")
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(1, event(displayName("pages/pages#0"), finishedSuccessfully()))
                .haveExactly(
                        1,
                        event(
                                displayName("pages/pages#1"),
                                finishedWithFailure(message(
                                        "pages/pages#1 could not be evaluated: the model does not like 'Two'"))));
        assertThat(result("pages").outcomes()).isEqualTo(new OutcomeCounts(0, 0, 0, 1, 1));
        assertThat(result("pages").metrics().get("word_perplexity").n()).isEqualTo(1);
    }

    @Test
    void aLoglikelihoodThatIsNoNumberIsAnError() {
        run.with("suite", "pages,marks/scale")
                .with("model", "fake:nan:o")
                .execute()
                .testEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                displayName("pages/pages#1"),
                                finishedWithFailure(message("pages/pages#1 could not be evaluated: the model's "
                                        + "log-likelihood of the text is NaN, but must be a number that is at most 0; "
                                        + "check the model's weights"))))
                .haveExactly(
                        1,
                        event(
                                displayName("marks/scale#4"),
                                finishedWithFailure(message("marks/scale#4 could not be evaluated: the model's "
                                        + "log-likelihood of choice 0 is NaN, so the choices have no "
                                        + "mean; check the model's weights"))));
    }

    /** The model's log-likelihoods of 0, 1 and 2 after "dull: mark?", of 11 characters, are -2.1, -1.1 and -1.9. */
    @Test
    void theMeanOfAScaleIsPredicted() throws IOException {
        run.with("suite", "marks/scale").execute();
        JsonNode item = items("marks").get(0);
        double zero = Math.exp(-2.1);
        double one = Math.exp(-1.1);
        double two = Math.exp(-1.9);
        assertThat(item.required("choices").toString()).isEqualTo("[\" 0\",\" 1\",\" 2\"]");
        assertThat(item.required("loglikelihoods").size()).isEqualTo(3);
        assertThat(item.required("gold").asDouble()).isEqualTo(0.25);
        assertThat(item.required("prediction").asDouble())
                .isCloseTo((one + 2 * two) / (zero + one + two), within(1e-12));
        assertThat(item.has("answer") || item.has("outcome") || item.has("scores"))
                .as(item.toString())
                .isFalse();
        assertThat(result("marks").metrics().keySet())
                .containsExactly("pearson", "spearman", "kendall", "r2", "mae", "mse", "rmse");
        assertThat(result("marks").metrics().get("spearman").n()).isEqualTo(5);
    }

    @Test
    void aCorrelationOfEqualGoldIsUndefinedAndSaysWhy() {
        MeasuredSuites.write(folder.resolve("data/marks/scale.csv"), "sentence,mark\nbad,1\nvery bad,1\n");
        run.with("suite", "marks/scale").execute();
        Estimate pearson = result("marks").metrics().get("pearson");
        assertThat(pearson.value()).isNull();
        assertThat(pearson.undefined()).isEqualTo("the correlation is undefined: all gold numbers are equal");
    }

    @Test
    void aGoldOffTheScaleIsRefusedBeforeAnythingRuns() {
        MeasuredSuites.write(folder.resolve("data/marks/scale.csv"), "sentence,mark\nbad,1\nworse,2.5\nno,NaN\n");
        assertThat(run.with("suite", "marks/scale").issues())
                .containsExactly(
                        "marks/scale.csv line 3: gold is '2.5'; legal: a number from 0.0 to 2.0",
                        "marks/scale.csv line 4: gold is 'NaN'; legal: a number from 0.0 to 2.0");
    }

    @Test
    void subjectsThatAreMeasuredInOtherWaysHaveNoTotal() {
        run.with("suite", "marks").execute();
        SuiteResult suite = result("marks");
        assertThat(suite.metrics()).isEmpty();
        assertThat(suite.outcomes()).isEqualTo(new OutcomeCounts(2, 1, 0, 0, 5));
        assertThat(suite.subjects().stream().map(SubjectResult::metrics).map(metrics -> List.copyOf(metrics.keySet())))
                .containsExactly(
                        List.of("pearson", "spearman", "kendall", "r2", "mae", "mse", "rmse"),
                        List.of("acc", "brier", "log_loss", "ece"));
    }

    @Test
    void variantsAreComparedOnAnswersAlone() {
        run.with("suite", "pages,marks").with("precision", "native,low").execute();
        List<VariantComparison> comparisons = RecordingReport.latest().comparisons();
        assertThat(comparisons).hasSize(1);
        assertThat(comparisons.get(0).baseline().suite()).isEqualTo("marks");
        assertThat(comparisons.get(0).outcomes().n()).isEqualTo(3);
        assertThat(comparisons.get(0).leftOut()).isZero();
    }

    private static SuiteResult result(String suite) {
        return RecordingReport.latest().suites().stream()
                .filter(result -> result.suite().equals(suite))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(String suite) throws IOException {
        return Files.readAllLines(result(suite).itemsFile()).stream()
                .map(JsonMapper.shared()::readTree)
                .toList();
    }
}
