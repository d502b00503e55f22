package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** How a layer's input is quantized while computing: each token for itself, so that a result does not depend on what else is computed. */
@API(status = Status.INTERNAL, since = "0.1")
public interface InputForm {

    /**
     * Quantizes one token's input.
     *
     * @param x one row of at least {@code length} elements
     * @param codes one row, where the codes go as fp32 numbers, less their zero point
     * @return the scale: input = code * scale
     */
    float quantize(Rows x, int length, Rows codes, Kernels kernels);

    /** Whether codes are whole numbers from -127 to 127. */
    default boolean areSignedBytes() {
        return false;
    }

    /** How many products of an input's code and a weight's add up in fp32 without rounding; longer sums are made of parts. */
    int exactTerms();
}
