package dev.touchstone.training;

import dev.touchstone.training.data.EncodedDocument;
import dev.touchstone.training.model.Batch;
import dev.touchstone.training.model.Initialisation;
import dev.touchstone.training.model.ModelShape;
import dev.touchstone.training.model.Weights;
import java.util.Arrays;
import java.util.Random;

/** A model that is small enough for a test, and documents of random tokens for it. */
public final class SmallModel {

    public static final ModelShape SHAPE = new ModelShape(300, 32, 2, 4, 2, 48, 64, 10_000, 1e-5);

    private SmallModel() {}

    /** Weights with which every part of the model matters. */
    public static Weights weights() {
        Weights weights = Weights.initial(SHAPE, new Initialisation(7, 0.3, 1, 1));
        Random random = new Random(8);
        float[] gains = weights.of(dev.touchstone.training.model.Group.GAINS);
        for (int i = 0; i < gains.length; i++) {
            gains[i] = 0.5f + random.nextFloat();
        }
        return weights;
    }

    /** A document whose every token counts. */
    public static EncodedDocument document(int length, long seed) {
        int[] tokens = new Random(seed).ints(length, 0, SHAPE.vocabulary()).toArray();
        float[] weights = new float[length];
        Arrays.fill(weights, 1);
        return new EncodedDocument("random", tokens, weights);
    }

    /** One row with one text, of which every position is scored. */
    public static Batch row(int[] tokens) {
        int length = tokens.length;
        float[] mask = new float[length * length];
        for (int i = 0; i < length; i++) {
            Arrays.fill(mask, i * length + i + 1, (i + 1) * length, Float.NEGATIVE_INFINITY);
        }
        int[] positions = new int[length];
        Arrays.setAll(positions, i -> i);
        float[] weights = new float[length];
        Arrays.fill(weights, 1);
        String[] parts = new String[length];
        Arrays.fill(parts, "random");
        return new Batch(1, length, tokens, positions, mask, positions, tokens, weights, parts);
    }
}
