package dev.touchstone.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Rotary position embedding (arXiv 2104.09864) in Hugging Face's layout: elements i and i + D/2 of a head are a pair, which position p turns by
 * the angle p theta^(-2i/D).
 *
 * @param cosines of each position [context, D]
 * @param sines of each position, negative in the first half [context, D]
 */
record RotaryTable(NDArray cosines, NDArray sines) {

    /** All are scaled by D^(-1/4), so that the product of a query with a key needs no division by sqrt(D). */
    static RotaryTable create(ModelShape shape, NDManager manager) {
        int size = shape.headSize();
        int half = size / 2;
        double scale = Math.pow(size, -0.25);
        float[] cosines = new float[shape.context() * size];
        float[] sines = new float[shape.context() * size];
        for (int position = 0; position < shape.context(); position++) {
            for (int pair = 0; pair < half; pair++) {
                double angle = position * Math.pow(shape.ropeTheta(), -2.0 * pair / size);
                int at = position * size + pair;
                cosines[at] = cosines[at + half] = (float) (Math.cos(angle) * scale);
                sines[at + half] = (float) (Math.sin(angle) * scale);
                sines[at] = -sines[at + half];
            }
        }
        Shape dimensions = new Shape(shape.context(), size);
        return new RotaryTable(manager.create(cosines, dimensions), manager.create(sines, dimensions));
    }
}
