package dev.touchstone.metric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.result.Finding;
import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.ItemResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MetricChoiceTest {

    private static final List<String> NO_YES = List.of(" no", " yes");

    private final List<ItemResult> items = new ArrayList<>();

    @Test
    void labelsHaveMetricsOfTheirOwnBesideTheTasks() {
        add(3, NO_YES, 0, 0);
        add(3, NO_YES, 1, 0);
        assertThat(MetricChoice.of(List.of("acc"), items))
                .containsExactly("acc", "f1", "mcc", "roc_auc", "average_precision", "brier", "log_loss", "ece");
        items.clear();
        add(2, List.of(" True", " Neither", " False"), 2, 0);
        assertThat(MetricChoice.of(List.of("mcc", "acc"), items))
                .containsExactly("mcc", "acc", "f1_macro", "roc_auc", "brier", "log_loss", "ece");
    }

    @Test
    void lettersAndTextsOfTheirOwnAreNoLabels() {
        add(2, List.of(" A", " B"), 0, 1);
        assertThat(MetricChoice.of(List.of("acc"), items)).containsExactly("acc", "brier", "log_loss", "ece");
        items.clear();
        add(1, List.of(" red", " blue"), 0, 1);
        add(1, List.of(" one", " two"), 0, 1);
        assertThat(MetricChoice.of(List.of("acc"), items)).containsExactly("acc", "brier", "log_loss", "ece");
    }

    @Test
    void placesOnAScaleHaveTheirMetricsAndWhatIsNotOfChoicesHasNoFurtherOne() {
        items.add(item(List.of(" 0", " 5"), new OnScale(List.of(-1.0, -2.0), List.of(true, false), 4, 3.5)));
        assertThat(MetricChoice.of(List.of("pearson"), items))
                .containsExactly("pearson", "spearman", "kendall", "r2", "mae", "mse", "rmse");
        assertThat(MetricChoice.of(List.of("exact_match"), List.of())).containsExactly("exact_match");
        items.clear();
        items.add(item(List.of(" word"), new Chosen(List.of(-1.0), List.of(true), 0, 0)));
        assertThat(MetricChoice.of(List.of("perplexity", "acc"), items)).containsExactly("perplexity", "acc");
    }

    @Test
    void itemsOfWhichTheRightAnswerIsNotPublishedHaveNoFurtherMetric() {
        add(3, NO_YES, -1, 1);
        assertThat(MetricChoice.of(List.of("acc"), items)).containsExactly("acc");
        add(3, NO_YES, 1, 0);
        assertThat(ItemMetrics.of(List.of("brier", "mcc"), items))
                .allSatisfy((metric, estimate) -> assertThat(estimate.n()).isEqualTo(3));
    }

    @Test
    void whereOneLabelIsFarMoreCommonTheAccuracyDoesNotLead() {
        add(5, NO_YES, 1, 1);
        add(20, NO_YES, 0, 0);
        assertThat(MetricChoice.of(List.of("acc"), items)).as("4 : 1").startsWith("acc", "f1");
        add(1, NO_YES, 0, 0);
        assertThat(MetricChoice.of(List.of("acc"), items)).as("4.2 : 1").startsWith("f1", "mcc", "acc");
    }

    @Test
    void theF1OfACommonLabelIsHighTooSoTheMeanOverLabelsLeads() {
        add(30, NO_YES, 1, 1);
        add(2, NO_YES, 0, 1);
        assertThat(MetricChoice.of(List.of("acc", "f1"), items)).startsWith("f1_macro", "mcc", "acc", "f1");
    }

    @Test
    void fewItemsSayNothingAboutBalanceAndLettersAreNoClasses() {
        add(19, NO_YES, 0, 0);
        assertThat(MetricChoice.of(List.of("acc"), items)).startsWith("acc");
        add(1, NO_YES, 0, 0);
        assertThat(MetricChoice.of(List.of("acc"), items)).startsWith("f1", "mcc");
        items.clear();
        add(20, List.of(" A", " B"), 0, 1);
        assertThat(MetricChoice.of(List.of("acc"), items)).startsWith("acc");
    }

    @Test
    void severalSubjectsShareWhatEachOfThemHasAndLabelsOnlyWhereTheyAreTheSame() {
        add(2, NO_YES, 0, 1);
        Set<String> metrics = Set.of("acc", "f1", "mcc", "brier", "log_loss", "ece");
        assertThat(MetricChoice.common(List.of("acc"), List.of(metrics, metrics), items))
                .containsExactly("acc", "f1", "mcc", "brier", "log_loss", "ece");
        assertThat(MetricChoice.common(List.of("acc"), List.of(metrics, Set.of("acc", "ece")), items))
                .containsExactly("acc", "ece");
        add(2, List.of(" negative", " positive"), 0, 1);
        assertThat(MetricChoice.common(List.of("acc", "f1"), List.of(metrics, metrics), items))
                .containsExactly("acc", "brier", "log_loss", "ece");
    }

    /** Shares e : 1 for three items that are right, and one that is wrong. */
    @Test
    void probabilitiesAreSharesAmongTheChoices() {
        add(3, NO_YES, 0, 0);
        add(1, NO_YES, 1, 0);
        double sure = Math.E / (1 + Math.E);
        Map<String, Estimate> metrics = ItemMetrics.of(List.of("brier", "log_loss", "ece", "roc_auc"), items);
        double wrong = 1 - sure;
        assertThat(metrics.get("brier").value())
                .isCloseTo((3 * 2 * wrong * wrong + 2 * sure * sure) / 4, within(1e-15));
        assertThat(metrics.get("log_loss").value())
                .isCloseTo(-(3 * Math.log(sure) + Math.log(wrong)) / 4, within(1e-15));
        assertThat(metrics.get("ece").value()).isCloseTo(0.75 - sure, within(1e-15));
        assertThat(metrics.get("roc_auc").value()).isEqualTo(0.5);
    }

    @Test
    void choicesThatSomeItemsDoNotHaveHaveNoProbability() {
        items.add(item(List.of(" a", " b"), new Chosen(List.of(-1.0, -1.0), List.of(true, true), 0, 0)));
        items.add(item(List.of(" a", " b", " c"), new Chosen(List.of(-1.0, -1.0, -1.0), NOT_GREEDY, 2, 0)));
        assertThat(ItemMetrics.of(List.of("brier"), items).get("brier").value())
                .isCloseTo((0.5 + 6 / 9.0) / 2, within(1e-15));
    }

    @Test
    void whatIsUndefinedSaysWhy() {
        items.add(item(List.of(" a", " b"), new Chosen(List.of(-1.0, -2.0), List.of(true, false), 0, 0)));
        items.add(item(List.of(" c", " d"), new Chosen(List.of(-1.0, -2.0), List.of(true, false), 0, 0)));
        assertThat(undefined("f1_macro"))
                .isEqualTo("the items have different choices, so their answers are not labels");
        items.remove(1);
        assertThat(undefined("recall"))
                .isEqualTo("the recall of label 1 is undefined: label 1 is the gold label of no item");
        double impossible = Double.NEGATIVE_INFINITY;
        items.set(0, item(NO_YES, new Chosen(List.of(impossible, impossible), List.of(false, false), 0, 0)));
        assertThat(undefined("brier"))
                .isEqualTo("the model gives every choice of an item the probability 0, so none has a share");
        items.set(0, item(NO_YES, new Chosen(List.of(impossible, -1.0), List.of(false, false), 0, 1)));
        assertThat(undefined("log_loss"))
                .isEqualTo("item 0 of 1 has probability 0 for what is right: the log loss is infinite");
        items.set(0, item(List.of(" x", " y", " z"), new Chosen(List.of(-1.0, -1.0, -1.0), NOT_GREEDY, 0, 1)));
        assertThat(undefined("average_precision"))
                .isEqualTo("average precision is undefined: there are more than two labels");
    }

    private static final List<Boolean> NOT_GREEDY = List.of(false, false, false);

    private String undefined(String metric) {
        Estimate estimate = ItemMetrics.of(List.of(metric), items).get(metric);
        assertThat(estimate.value()).isNull();
        return estimate.undefined();
    }

    private void add(int count, List<String> choices, int gold, int answer) {
        List<Double> loglikelihoods = new ArrayList<>(Collections.nCopies(choices.size(), -2.0));
        loglikelihoods.set(answer, -1.0);
        List<Boolean> greedy = Collections.nCopies(choices.size(), false);
        for (int i = 0; i < count; i++) {
            items.add(item(choices, new Chosen(loglikelihoods, greedy, gold, answer)));
        }
    }

    private static ItemResult item(List<String> choices, Finding finding) {
        return new ItemResult(
                "s/t#0",
                "s",
                "t",
                0,
                "test",
                "",
                "",
                choices,
                finding,
                Map.of(),
                new ItemResult.Tokens(1, 1, 0),
                new ItemResult.Timing(1, 1));
    }
}
