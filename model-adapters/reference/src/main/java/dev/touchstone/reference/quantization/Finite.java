package dev.touchstone.reference.quantization;

import dev.touchstone.model.ModelException;

/** Refuses weights that no scale fits. */
final class Finite {

    private Finite() {}

    static void require(String tensor, float[] weights) {
        for (float weight : weights) {
            if (!Float.isFinite(weight)) {
                throw new ModelException("the tensor '" + tensor + "' holds the weight " + weight
                        + ", which can't be quantized; the model is damaged, or overflowed when it was converted: get it"
                        + " anew, or pass -Dprecision=native");
            }
        }
    }
}
