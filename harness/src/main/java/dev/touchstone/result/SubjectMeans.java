package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Uncertainty;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The mean of subjects' values, each subject with the same weight, as OpenCompass sums up C-Eval and MMLU; lm-evaluation-harness, and all else here, weights by
 * items. With K subjects of values v and standard errors s: sum(v) / K, standard error sqrt(sum(s^2)) / K for these very subjects, 95 % interval by the
 * normal distribution. Undefined where a subject's value is.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SubjectMeans {

    private SubjectMeans() {}

    /** The means of all metrics that each of the subjects has, by metric name; none of fewer than two subjects. */
    public static Map<String, Estimate> of(List<SubjectResult> subjects) {
        Map<String, Estimate> means = new LinkedHashMap<>();
        if (subjects.size() > 1) {
            subjects.get(0).metrics().keySet().stream()
                    .filter(metric -> subjects.stream()
                            .allMatch(subject -> subject.metrics().containsKey(metric)))
                    .forEach(metric -> means.put(metric, mean(metric, subjects)));
        }
        return means;
    }

    private static Estimate mean(String metric, List<SubjectResult> subjects) {
        List<Estimate> values = subjects.stream()
                .map(subject -> Objects.requireNonNull(subject.metrics().get(metric)))
                .toList();
        int items = values.stream().mapToInt(Estimate::n).sum();
        Optional<SubjectResult> without = subjects.stream()
                .filter(subject ->
                        Objects.requireNonNull(subject.metrics().get(metric)).value() == null)
                .findFirst();
        if (without.isPresent()) {
            return Estimate.undefined(
                    items, "subject '" + without.get().subject() + "' has no value, so there is no mean over subjects");
        }
        double sum = 0;
        double squares = 0;
        boolean spread = true;
        for (Estimate value : values) {
            sum += Objects.requireNonNull(value.value());
            spread &= value.standardError() != null;
            squares += value.standardError() == null ? 0 : value.standardError() * value.standardError();
        }
        double mean = sum / values.size();
        if (!spread) {
            return Uncertainty.valueOnly(
                    mean, items, "a subject has no standard error, so the mean over subjects has none");
        }
        double standardError = Math.sqrt(squares) / values.size();
        double half = Uncertainty.Z95 * standardError;
        return Estimate.of(mean, standardError, new Interval(mean - half, mean + half), items);
    }
}
