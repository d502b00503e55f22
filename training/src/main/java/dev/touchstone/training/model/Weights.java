package dev.touchstone.training.model;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The weights of a model in Java's memory, grouped as they are trained.
 *
 * @param shape of the model
 * @param values each group's elements, row by row
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Weights(ModelShape shape, Map<Group, float[]> values) {

    /** Random weights. */
    public static Weights initial(ModelShape shape, Initialisation start) {
        Random random = new Random(start.seed());
        double deviation = 1 / Math.sqrt(shape.width());
        Map<Group, float[]> values = new EnumMap<>(Group.class);
        for (Group group : Group.values()) {
            double scale = group == Group.EMBEDDING ? start.embeddingDeviation() : deviation;
            values.put(group, normal(random, group.size(shape), scale));
        }
        float[] gains = values.get(Group.GAINS);
        Arrays.fill(gains, 1);
        Arrays.fill(gains, gains.length - shape.width(), gains.length, (float) start.finalGain());
        scaleOutputs(values.get(Group.ATTENTION), shape, 1, 2, start.outputScale());
        scaleOutputs(values.get(Group.FEED_FORWARD), shape, 2, 3, start.outputScale());
        return new Weights(shape, values);
    }

    private static float[] normal(Random random, int size, double deviation) {
        float[] values = new float[size];
        for (int i = 0; i < size; i++) {
            values[i] = (float) (random.nextGaussian() * deviation);
        }
        return values;
    }

    /** Scales matrix {@code index} of the {@code perLayer} matrices that each layer has in a group. */
    private static void scaleOutputs(float[] group, ModelShape shape, int index, int perLayer, double scale) {
        int size = group.length / (perLayer * shape.layers());
        for (int layer = 0; layer < shape.layers(); layer++) {
            int from = (layer * perLayer + index) * size;
            for (int i = from; i < from + size; i++) {
                group[i] *= (float) scale;
            }
        }
    }

    /** One group's elements. */
    public float[] of(Group group) {
        return values.get(group);
    }
}
