package dev.touchstone.report;

import dev.touchstone.model.ModelDescription;
import dev.touchstone.result.ItemResult;
import dev.touchstone.result.SuiteResult;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Is told how a run goes while it runs. Implement this and name the class in
 * {@code META-INF/services/dev.touchstone.report.ProgressListener}. One instance serves one run; calls come from several threads, but
 * never two at a time. Methods do nothing unless overridden.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public interface ProgressListener {

    /** The model is about to be loaded. */
    default void modelLoading(String model) {}

    /** The model was loaded, in that many nanoseconds. */
    default void modelLoaded(ModelDescription model, long nanos) {}

    /**
     * A suite begins.
     *
     * @param title its name
     * @param items items to evaluate
     * @param work how much there is to do, in characters to read; what prompts share at their beginning counts once
     */
    default void suiteStarted(String title, int items, long work) {}

    /** An item has its result. {@code work} is its part of the suite's; 0 when an earlier, interrupted run had evaluated it. */
    default void itemFinished(ItemResult item, long work) {}

    /** A suite has ended. */
    default void suiteFinished(SuiteResult suite) {}
}
