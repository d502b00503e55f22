package dev.touchstone.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metric.ItemMetrics;
import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.ItemResult;
import dev.touchstone.score.ScaleScore;
import dev.touchstone.suites.Scale;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An items file of STS-B's mini items as a run wrote it, and what SciPy makes of its log-likelihoods: {@code
 * src/test/scripts/correlations_of_items.py}, whose version stands in its output.
 */
class CorrelationGoldenTest {

    /** Predictions are from 0 to 5 and correlations from -1 to 1: some roundings of their sums. */
    private static final double ABSOLUTE = 1e-12;

    private final List<ItemResult> items =
            text("stsb-items.jsonl").lines().map(ItemJson::read).toList();

    private final JsonNode golden = JsonMapper.shared().readTree(text("stsb-correlations.json"));

    @Test
    void predictionsAreMeansOfThePoints() {
        assertThat(items).hasSize(golden.required("n").asInt());
        Scale scale = Scale.of(List.of("0", "1", "2", "3", "4", "5"));
        for (int i = 0; i < items.size(); i++) {
            double expected = golden.required("predictions").get(i).asDouble();
            OnScale place = (OnScale) items.get(i).finding();
            assertThat(place.prediction()).as(items.get(i).id()).isCloseTo(expected, within(ABSOLUTE));
            assertThat(ScaleScore.mean(place.loglikelihoods(), scale)).isEqualTo(place.prediction());
        }
    }

    @Test
    void correlationsEqualSciPys() {
        Map<String, Estimate> estimates = ItemMetrics.of(List.of("pearson", "spearman"), items);
        assertClose(estimates.get("pearson").value(), golden.required("pearson"));
        assertClose(
                estimates.get("pearson").interval95().low(),
                golden.required("pearsonInterval95").get(0));
        assertClose(
                estimates.get("pearson").interval95().high(),
                golden.required("pearsonInterval95").get(1));
        assertClose(estimates.get("spearman").value(), golden.required("spearman"));
        assertThat(estimates.get("spearman").n()).isEqualTo(items.size());
    }

    private static void assertClose(double actual, JsonNode expected) {
        assertThat(actual).isCloseTo(expected.asDouble(), within(ABSOLUTE));
    }

    private static String text(String name) {
        try (InputStream file = CorrelationGoldenTest.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
