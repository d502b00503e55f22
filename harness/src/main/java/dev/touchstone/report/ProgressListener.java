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
     * @param promptBytes UTF-8 bytes of all prompts together, a measure of the work
     */
    default void suiteStarted(String title, int items, long promptBytes) {}

    /** An item has its result. {@code promptBytes} is its prompt's part of the suite's. */
    default void itemFinished(ItemResult item, long promptBytes) {}

    /** A suite has ended. */
    default void suiteFinished(SuiteResult suite) {}
}
