package dev.touchstone.score;

import dev.touchstone.plan.FurtherMetrics;
import dev.touchstone.result.Finding.Extracted;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Task.Filter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What several texts of one item are worth together, for each filter: the mean of their scores, whether any of them is right ({@code pass@k}
 * with k texts), and whether the answer that most of them have is right ({@code maj@k}, after {@code MajorityVoteFilter} of lm-evaluation-harness
 * 0.4.13: of equally frequent answers the first one). Deviation: a text without an answer has no vote.
 *
 * @param chosen index of the first text with the headline filter's most frequent answer; 0 if none has an answer
 * @param outcome of that text
 * @param scores by metric name
 */
@API(status = Status.INTERNAL, since = "0.1")
public record RepeatScore(int chosen, Outcome outcome, Map<String, Double> scores) {

    /** Sums up the scores of at least two texts. */
    public static RepeatScore of(List<TextScore> texts, List<Filter> filters) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (Filter filter : filters) {
            score(filter.metric(), texts, scores);
        }
        int chosen = majority(filters.get(0).metric(), texts).orElse(0);
        return new RepeatScore(chosen, texts.get(chosen).outcome(), scores);
    }

    private static void score(String metric, List<TextScore> texts, Map<String, Double> scores) {
        List<Double> each = texts.stream()
                .map(text -> text.scores().get(metric))
                .filter(Objects::nonNull)
                .toList();
        if (each.isEmpty()) {
            return;
        }
        List<String> names = FurtherMetrics.ofRepeats(metric, texts.size());
        double sum = each.stream().mapToDouble(Double::doubleValue).sum();
        scores.put(names.get(0), sum / each.size());
        scores.put(names.get(1), each.contains(1.0) ? 1.0 : 0.0);
        OptionalInt majority = majority(metric, texts);
        scores.put(
                names.get(2),
                majority.isEmpty()
                        ? 0.0
                        : texts.get(majority.getAsInt()).scores().getOrDefault(metric, 0.0));
    }

    /** The first text with the most frequent answer; empty if no text has one. */
    private static OptionalInt majority(String metric, List<TextScore> texts) {
        List<String> answers = new ArrayList<>();
        texts.forEach(text -> answers.add(answer(metric, text)));
        Map<String, Long> votes = new LinkedHashMap<>();
        answers.stream().filter(answer -> !answer.isEmpty()).forEach(answer -> votes.merge(answer, 1L, Long::sum));
        long most = votes.values().stream().mapToLong(Long::longValue).max().orElse(0);
        return IntStream.range(0, answers.size())
                .filter(i -> votes.getOrDefault(answers.get(i), 0L) == most && most > 0)
                .findFirst();
    }

    private static String answer(String metric, TextScore text) {
        return text.extractions().stream()
                .filter(extracted -> extracted.metric().equals(metric))
                .map(Extracted::value)
                .findFirst()
                .orElse("");
    }
}
