package dev.touchstone.training;

import dev.touchstone.training.model.Batch;
import java.util.Map;
import java.util.TreeMap;

/** Mean losses since the last reset. */
final class LossMeter {

    private final Map<String, Sum> parts = new TreeMap<>();

    private static final class Sum {
        private double losses;
        private double weights;

        private double mean() {
            return losses / weights;
        }
    }

    void add(Batch batch, float[] losses) {
        for (int i = 0; i < losses.length; i++) {
            Sum sum = parts.computeIfAbsent(batch.parts()[i], part -> new Sum());
            sum.losses += (double) losses[i] * batch.weights()[i];
            sum.weights += batch.weights()[i];
        }
    }

    double mean() {
        Sum all = new Sum();
        for (Sum part : parts.values()) {
            all.losses += part.losses;
            all.weights += part.weights;
        }
        return all.mean();
    }

    Map<String, Double> meanOfParts() {
        Map<String, Double> means = new TreeMap<>();
        parts.forEach((part, sum) -> means.put(part, sum.mean()));
        return means;
    }

    void reset() {
        parts.clear();
    }
}
