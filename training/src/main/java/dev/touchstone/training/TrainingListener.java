package dev.touchstone.training;

import dev.touchstone.training.model.Weights;
import java.util.Map;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Told how training goes, on the thread that trains; it does nothing else meanwhile. */
@API(status = Status.INTERNAL, since = "0.1")
public interface TrainingListener {

    /**
     * What happened since the last report.
     *
     * @param progress how far training is
     * @param loss mean over the positions that count, by their weights, in nats; not a number before the first step
     * @param lossOfPart the same for each part of the corpus
     * @param tokensPerSecond computed positions that held a document
     * @param filled share of the positions that held a document
     * @param leftOut documents that were too long or had nothing to predict, since training was started or resumed
     * @param secondsLeft until the budget is used up
     */
    record Report(
            Progress progress,
            double loss,
            Map<String, Double> lossOfPart,
            double tokensPerSecond,
            double filled,
            long leftOut,
            double secondsLeft) {}

    /** Called every few steps. */
    void report(Report report);

    /** Called when a checkpoint was written. */
    default void checkpointed(Progress progress) {}

    /**
     * Called every few hundred steps, and at the end.
     *
     * @param weights copies the weights
     */
    default void evaluate(Progress progress, Supplier<Weights> weights) {}
}
