package dev.touchstone.training;

import dev.touchstone.training.data.PackingPlan;
import dev.touchstone.training.model.Initialisation;
import dev.touchstone.training.model.ModelShape;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What to train, and how.
 *
 * @param shape of the model
 * @param start the weights before training
 * @param packing how documents are laid out
 * @param rate the learning rate
 * @param budget how long
 * @param intervals when to report, save and evaluate
 * @param threads of PyTorch
 */
@API(status = Status.INTERNAL, since = "0.1")
public record TrainingPlan(
        ModelShape shape,
        Initialisation start,
        PackingPlan packing,
        LearningRate rate,
        Budget budget,
        Intervals intervals,
        int threads) {

    /**
     * When something is done besides learning.
     *
     * @param reportSteps steps between reports
     * @param evaluationSteps steps between evaluations
     * @param checkpointSeconds seconds of computing between checkpoints
     * @param checkpoints folder of the checkpoint; training goes on from the one that is there
     */
    public record Intervals(int reportSteps, int evaluationSteps, double checkpointSeconds, Path checkpoints) {}
}
