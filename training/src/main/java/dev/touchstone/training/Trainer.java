package dev.touchstone.training;

import dev.touchstone.training.TrainingListener.Report;
import dev.touchstone.training.data.DocumentStream;
import dev.touchstone.training.data.Packed;
import dev.touchstone.training.data.Packing;
import dev.touchstone.training.model.Batch;
import dev.touchstone.training.model.Weights;
import java.io.IOException;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Trains a model, from its beginning or from a checkpoint. With the same plan, documents and number of threads the weights are the same, whether
 * training was interrupted or not, unless the budget's time ends it.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Trainer {

    private final TrainingPlan plan;
    private final DocumentStream documents;
    private final TrainingListener listener;
    private final LossMeter meter = new LossMeter();
    private volatile boolean isStopped;
    private Progress progress = Progress.START;
    private Progress reported = Progress.START;
    private double savedAt;

    /** A trainer that hasn't started. */
    public Trainer(TrainingPlan plan, DocumentStream documents, TrainingListener listener) {
        this.plan = plan;
        this.documents = documents;
        this.listener = listener;
    }

    /**
     * Trains until the budget is used up or {@link #stop} is called; a checkpoint is written then.
     *
     * @return the trained weights
     */
    public Weights run() throws IOException, InterruptedException {
        try (Learner learner = new Learner(Weights.initial(plan.shape(), plan.start()), plan.threads())) {
            resume(learner);
            Packing packing = new Packing(documents, plan.packing(), progress.cursor());
            try (BatchQueue batches = new BatchQueue(packing)) {
                while (!isStopped && plan.budget().used(progress) < 1) {
                    step(learner, batches);
                }
            }
            save(learner);
            listener.evaluate(progress, learner::weights);
            return learner.weights();
        }
    }

    /** Ends training after the step that runs; may be called from any thread. */
    public void stop() {
        isStopped = true;
    }

    private void resume(Learner learner) throws IOException {
        Path folder = plan.intervals().checkpoints();
        if (Checkpoint.isIn(folder)) {
            Checkpoint checkpoint = Checkpoint.read(folder);
            learner.remember(checkpoint.memory());
            progress = checkpoint.progress();
            reported = progress;
            savedAt = progress.seconds();
        }
    }

    private void step(Learner learner, BatchQueue batches) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Packed packed = batches.take();
        Batch batch = packed.batch();
        double factor = plan.rate().factor(plan.budget().used(progress));
        long number = progress.step() + 1;
        float[] losses = learner.learn(batch, plan.rate(), factor, number);
        meter.add(batch, losses);
        requireFinite(number);
        double seconds = progress.seconds() + (System.nanoTime() - start) / 1e9;
        progress = new Progress(number, progress.tokens() + packed.filled(), seconds, packed.after());
        lookUp(learner, packed);
    }

    private void requireFinite(long number) {
        if (!Double.isFinite(meter.mean())) {
            throw new IllegalStateException("the loss of step " + number
                    + " is not a number; start again from an older checkpoint with lower learning rates");
        }
    }

    private void lookUp(Learner learner, Packed packed) throws IOException {
        TrainingPlan.Intervals intervals = plan.intervals();
        if (progress.step() % intervals.reportSteps() == 0) {
            report(packed);
        }
        if (progress.seconds() - savedAt >= intervals.checkpointSeconds()) {
            save(learner);
        }
        if (progress.step() % intervals.evaluationSteps() == 0) {
            listener.evaluate(progress, learner::weights);
        }
    }

    private void report(Packed packed) {
        long tokens = progress.tokens() - reported.tokens();
        long positions = (progress.step() - reported.step()) * plan.packing().positions();
        listener.report(new Report(
                progress,
                meter.mean(),
                meter.meanOfParts(),
                tokens / (progress.seconds() - reported.seconds()),
                (double) tokens / positions,
                packed.leftOut(),
                plan.budget().secondsLeft(progress)));
        meter.reset();
        reported = progress;
    }

    private void save(Learner learner) throws IOException {
        new Checkpoint(progress, learner.memory()).write(plan.intervals().checkpoints());
        savedAt = progress.seconds();
        listener.checkpointed(progress);
    }
}
