package dev.touchstone.sanity;

import dev.touchstone.model.LanguageModel;
import dev.touchstone.model.LoglikelihoodRequest;
import dev.touchstone.model.LoglikelihoodResponse;
import dev.touchstone.suites.Suite.Subject;
import java.util.ArrayList;
import java.util.List;

/** An answer depends on its own request only. Needs no look inside, so it is tried on every model. */
final class BatchAgainstSingle implements Check {

    /** Requests with and without a common beginning, of different lengths. */
    private static final List<LoglikelihoodRequest> REQUESTS = List.of(
            new LoglikelihoodRequest("The capital of France is", " Paris"),
            new LoglikelihoodRequest("The capital of France is", " a city on the Seine"),
            new LoglikelihoodRequest("The capital of Italy is", " Rome"),
            new LoglikelihoodRequest("水的化学式是", "H2O"),
            new LoglikelihoodRequest("The", " capital"),
            new LoglikelihoodRequest("The capital of France is", " Rome"));

    @Override
    public Subject subject() {
        return Subjects.subject("batch", "Batch against single", Subjects.COMPUTATION);
    }

    @Override
    public String statement() {
        return "Requests in one batch have the log-likelihoods, to the bit, that each has alone and in another order.";
    }

    @Override
    public Finding examine(LanguageModel model) {
        List<LoglikelihoodResponse> batch = answers(model, REQUESTS);
        int different = 0;
        double largest = 0;
        for (int i = REQUESTS.size() - 1; i >= 0; i--) {
            LoglikelihoodResponse alone =
                    answers(model, List.of(REQUESTS.get(i))).get(0);
            double a = batch.get(i).loglikelihood();
            double b = alone.loglikelihood();
            different += isSame(batch.get(i), alone) ? 0 : 1;
            largest = a == b ? largest : Math.max(largest, Math.abs(a - b));
        }
        return Finding.of(
                different == 0,
                REQUESTS.size() + " requests in one batch and one by one in reverse: "
                        + (different == 0
                                ? "the same bits"
                                : different + " log-likelihoods differ, by at most " + Figures.decimal(largest)),
                Figures.numbers(
                        "requests", REQUESTS.size(), "requestsThatDiffer", different, "largestDifference", largest));
    }

    private static boolean isSame(LoglikelihoodResponse a, LoglikelihoodResponse b) {
        return Double.doubleToLongBits(a.loglikelihood()) == Double.doubleToLongBits(b.loglikelihood())
                && a.greedy() == b.greedy();
    }

    private static List<LoglikelihoodResponse> answers(LanguageModel model, List<LoglikelihoodRequest> requests) {
        List<LoglikelihoodResponse> answers = new ArrayList<>();
        model.loglikelihoods(requests, (index, response) -> answers.add(response));
        return answers;
    }
}
