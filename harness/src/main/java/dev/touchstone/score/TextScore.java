package dev.touchstone.score;

import dev.touchstone.result.Finding.Extracted;
import dev.touchstone.result.Outcome;
import dev.touchstone.suites.Task.Filter;
import dev.touchstone.suites.Task.Generation;
import dev.touchstone.suites.extract.Extraction;
import dev.touchstone.suites.extract.ExtractionException;
import dev.touchstone.suites.extract.Extractors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a generated text is worth.
 *
 * @param outcome by the headline filter
 * @param extractions what each filter read, without those that found no answer
 * @param scores 1 or 0 by metric name, without those of comparisons that could not decide
 */
@API(status = Status.INTERNAL, since = "0.1")
public record TextScore(Outcome outcome, List<Extracted> extractions, Map<String, Double> scores) {

    /**
     * Reads and compares the answer with every filter.
     *
     * @param golds the right answers, any of which will do
     * @throws ScoreException if a rule had to be stopped, or the suite names one that is not known
     */
    public static TextScore of(String text, List<String> golds, Generation generation) {
        List<Extracted> extractions = new ArrayList<>();
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        for (Filter filter : generation.filters()) {
            Outcome outcome = read(filter, text, golds, extractions);
            outcomes.put(filter.metric(), outcome);
            if (outcome != Outcome.MEASURED) {
                scores.put(filter.metric(), outcome == Outcome.CORRECT ? 1.0 : 0.0);
            }
        }
        return new TextScore(outcomes.get(generation.filters().get(0).metric()), extractions, scores);
    }

    /** What could not be compared is measured: neither right nor wrong. */
    private static Outcome read(Filter filter, String text, List<String> golds, List<Extracted> extractions) {
        if (!(extract(filter, text) instanceof Extraction.Answer answer)) {
            return Outcome.NO_ANSWER;
        }
        extractions.add(new Extracted(filter.metric(), answer.rule(), answer.from(), answer.to(), answer.value()));
        return TextMatch.matchesAny(filter, answer.value(), golds)
                .map(equal -> equal ? Outcome.CORRECT : Outcome.WRONG)
                .orElse(Outcome.MEASURED);
    }

    private static Extraction extract(Filter filter, String text) {
        try {
            return Extractors.of(filter).extract(text);
        } catch (ExtractionException e) {
            throw new ScoreException(String.valueOf(e.getMessage()));
        }
    }
}
