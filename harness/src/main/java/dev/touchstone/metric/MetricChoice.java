package dev.touchstone.metric;

import dev.touchstone.result.Finding.Chosen;
import dev.touchstone.result.Finding.OnScale;
import dev.touchstone.result.ItemResult;
import dev.touchstone.suites.MetricName;
import dev.touchstone.suites.MetricName.Of;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Which metrics are computed of some items, and in which order: besides those that their task names, what else they can tell. */
@API(status = Status.INTERNAL, since = "0.1")
public final class MetricChoice {

    private MetricChoice() {}

    /**
     * The metrics of a subject. Those that lead come first: F1 and MCC where the commonest label is so common that the accuracy misleads, else what the task
     * names first.
     *
     * @param named by the task, and by the user
     */
    public static List<String> of(List<String> named, Collection<ItemResult> items) {
        // one item has the same choices as all others
        Optional<Labels> labels =
                Labels.of(items).filter(given -> given.confusion().n() > 1);
        Set<String> metrics = new LinkedHashSet<>();
        labels.filter(Labels::mislead).ifPresent(given -> metrics.addAll(leading(given)));
        metrics.addAll(named);
        labels.filter(given -> !given.areLetters()).ifPresent(given -> metrics.addAll(ofLabels(given)));
        if (ofChoices(items)) {
            metrics.addAll(MetricName.keys(Of.PROBABILITIES));
        }
        if (items.stream().anyMatch(item -> item.finding() instanceof OnScale)) {
            metrics.addAll(MetricName.keys(Of.SCALE));
        }
        return List.copyOf(metrics);
    }

    /**
     * The metrics of several subjects together: those that each of them has. Answers are labels only where all items have the same choices; F1 of "yes" in
     * one subject and of "positive" in another is that of nothing.
     *
     * @param named by the task, and by the user
     * @param bySubject the metrics of each subject, at least one
     * @param items of all of them
     */
    public static List<String> common(List<String> named, List<Set<String>> bySubject, Collection<ItemResult> items) {
        boolean labelled = bySubject.size() == 1 || Labels.of(items).isPresent();
        return of(named, items).stream()
                .filter(metric -> bySubject.stream().allMatch(each -> each.contains(metric)))
                .filter(metric -> labelled || !isOf(metric, Of.LABELS))
                .toList();
    }

    private static boolean isOf(String metric, Of of) {
        return MetricName.find(metric).filter(name -> name.of() == of).isPresent();
    }

    /** F1 of one label is high, too, when that is the common one and is always answered. */
    private static List<String> leading(Labels labels) {
        boolean positiveIsRare = isBinary(labels) && labels.commonest() == 0;
        return Stream.of(positiveIsRare ? MetricName.F1 : MetricName.F1_MACRO, MetricName.MCC)
                .map(MetricName::key)
                .toList();
    }

    private static List<String> ofLabels(Labels labels) {
        Stream<MetricName> names = isBinary(labels)
                ? Stream.of(MetricName.F1, MetricName.MCC, MetricName.ROC_AUC, MetricName.AVERAGE_PRECISION)
                : Stream.of(MetricName.F1_MACRO, MetricName.MCC, MetricName.ROC_AUC);
        return names.map(MetricName::key).toList();
    }

    private static boolean isBinary(Labels labels) {
        return labels.names().size() == 2;
    }

    /** Where whole texts of prompt and choice were scored, what decides is no probability of a choice. */
    private static boolean ofChoices(Collection<ItemResult> items) {
        List<Chosen> chosen = Labels.chosen(items);
        return !chosen.isEmpty()
                && chosen.stream()
                        .allMatch(item -> item.loglikelihoods().size() > 1
                                && item.sequenceTokens().isEmpty());
    }
}
