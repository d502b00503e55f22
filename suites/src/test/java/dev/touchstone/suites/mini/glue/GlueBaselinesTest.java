package dev.touchstone.suites.mini.glue;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.suites.Item;
import dev.touchstone.suites.mini.tables.NaiveBayes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nobody gets far without comparing the sentences. Baselines learn from as many lessons as fit a quick test. */
class GlueBaselinesTest {

    private static final int LEARNED = 5_000;
    private static final int ASKED = 2_000;

    /** They take longer to make than to learn. */
    private static final Map<String, List<Item>> EXERCISES = new ConcurrentHashMap<>();

    @ParameterizedTest
    @ValueSource(strings = {"mrpc", "qqp", "mnli", "mnli_mm", "qnli", "rte", "wnli"})
    void theSecondSentenceAloneTellsLittle(String id) {
        assertNearChance(id, Texts::lastWords);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mrpc", "qqp", "mnli", "mnli_mm", "qnli", "rte", "wnli"})
    void theNumberOfCommonWordsTellsLittle(String id) {
        assertNearChance(id, Texts::overlap);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cola", "sst2", "mrpc", "qqp", "mnli", "mnli_mm", "qnli", "rte", "wnli"})
    void theLengthOfSentencesTellsLittle(String id) {
        assertNearChance(id, Texts::lengths);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cola", "sst2"})
    void theWordsOfASingleSentenceTellLittleWithoutTheirOrder(String id) {
        assertNearChance(id, Texts::lastWords);
    }

    @Test
    void commonWordsSayLittleAboutSimilarity() {
        List<Item> items = GlueMini.subject("stsb").items();
        double[] scores = items.stream()
                .mapToDouble(item -> Double.parseDouble(item.fields().get("score")))
                .toArray();
        double[] overlaps = items.stream().mapToDouble(Texts::jaccard).toArray();
        assertThat(pearson(scores, overlaps)).isBetween(0.0, 0.6);
    }

    private static double pearson(double[] x, double[] y) {
        return covariance(x, y) / Math.sqrt(covariance(x, x) * covariance(y, y));
    }

    private static double covariance(double[] x, double[] y) {
        double meanX = Arrays.stream(x).average().orElseThrow();
        double meanY = Arrays.stream(y).average().orElseThrow();
        return IntStream.range(0, x.length)
                .mapToDouble(i -> (x[i] - meanX) * (y[i] - meanY))
                .sum();
    }

    /** On the items, and on lessons that were not learned from, where chance plays a smaller part. */
    private static void assertNearChance(String id, Function<Item, List<String>> features) {
        List<Item> lessons =
                EXERCISES.computeIfAbsent(id, key -> Texts.exercises(GlueMini.subject(key), LEARNED + ASKED, 1));
        int labels = id.startsWith("mnli") ? 3 : 2;
        NaiveBayes bayes = new NaiveBayes(lessons.subList(0, LEARNED), labels, features);
        double most = 1.0 / labels + 0.15;
        assertThat(bayes.accuracy(GlueMini.subject(id).items())).as("items").isLessThanOrEqualTo(most);
        assertThat(bayes.accuracy(lessons.subList(LEARNED, LEARNED + ASKED)))
                .as("lessons")
                .isLessThanOrEqualTo(most);
    }
}
