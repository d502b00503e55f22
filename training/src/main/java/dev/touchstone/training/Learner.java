package dev.touchstone.training;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import dev.touchstone.training.model.Batch;
import dev.touchstone.training.model.Group;
import dev.touchstone.training.model.LlamaGraph;
import dev.touchstone.training.model.Parameters;
import dev.touchstone.training.model.Torch;
import dev.touchstone.training.model.Weights;
import dev.touchstone.training.optimizer.Optimizers;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A model that learns from batches: weights, optimizers and their memory. For one thread; closing frees PyTorch's memory. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Learner implements AutoCloseable {

    private final Engine engine;
    private final NDManager manager;
    private final Parameters parameters;
    private final LlamaGraph graph;
    private final Optimizers optimizers;

    /** A learner that starts with {@code weights}. */
    public Learner(Weights weights, int threads) {
        this.engine = Torch.start(threads);
        this.manager = Torch.newManager(threads);
        this.parameters = Parameters.of(weights, manager);
        this.graph = new LlamaGraph(parameters, manager);
        this.optimizers = new Optimizers(parameters, manager);
    }

    /**
     * Takes one step.
     *
     * @param rate the highest rates
     * @param factor what they are multiplied by now
     * @param number 1 for the first step
     * @return the loss of each scored position before the step, in nats
     */
    public float[] learn(Batch batch, LearningRate rate, double factor, long number) {
        try (NDManager step = manager.newSubManager()) {
            float[] losses = differentiate(batch, step);
            double decay = rate.weightDecay();
            optimizers.step(rate.matrices() * factor, rate.others() * factor, decay, number, step);
            return losses;
        }
    }

    private float[] differentiate(Batch batch, NDManager step) {
        parameters.clearGradients();
        try (GradientCollector collector = engine.newGradientCollector()) {
            NDArray losses = graph.losses(graph.logits(batch, step), batch, step);
            NDArray weights = step.create(normalized(batch.weights()));
            collector.backward(losses.mul(weights).sum());
            return losses.toFloatArray();
        }
    }

    private static float[] normalized(float[] weights) {
        double sum = 0;
        for (float weight : weights) {
            sum += weight;
        }
        float[] normalized = new float[weights.length];
        for (int i = 0; i < weights.length; i++) {
            normalized[i] = (float) (weights[i] / sum);
        }
        return normalized;
    }

    /** The logits after the scored positions of a batch, row by row [S x V]. */
    public float[] logits(Batch batch) {
        try (NDManager step = manager.newSubManager()) {
            return graph.logits(batch, step).toFloatArray();
        }
    }

    /** The loss of each scored position of a batch, in nats [S]; nothing is learned. */
    public float[] losses(Batch batch) {
        try (NDManager step = manager.newSubManager()) {
            return graph.losses(graph.logits(batch, step), batch, step).toFloatArray();
        }
    }

    /** The gradient of the last step. */
    float[] gradient(Group group) {
        try (NDArray gradient = parameters.of(group).getGradient()) {
            return gradient.toFloatArray();
        }
    }

    /** Arrays that are kept between steps. */
    int arraysInMemory() {
        return manager.getManagedArrays().size();
    }

    /** Copies the present weights. */
    public Weights weights() {
        return parameters.copy();
    }

    /** Everything that a later step depends on, by name. */
    public Map<String, float[]> memory() {
        Map<String, float[]> memory = new LinkedHashMap<>();
        arrays().forEach((name, array) -> memory.put(name, array.toFloatArray()));
        return memory;
    }

    /** Takes over what {@link #memory} gave. */
    public void remember(Map<String, float[]> memory) {
        arrays().forEach((name, array) -> copy(memory.get(name), array));
    }

    private void copy(float[] values, NDArray array) {
        try (NDArray source = manager.create(values, new Shape(array.getShape().getShape()))) {
            array.muli(0).addi(source);
        }
    }

    private Map<String, NDArray> arrays() {
        Map<String, NDArray> arrays = new LinkedHashMap<>();
        for (Group group : Group.values()) {
            arrays.put("weights." + group, parameters.of(group));
        }
        arrays.putAll(optimizers.memory());
        return arrays;
    }

    @Override
    public void close() {
        manager.close();
    }
}
