package dev.touchstone.hardware;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Operations a second at most, for one type of numbers.
 *
 * @param type what is multiplied, such as {@code fp16}
 * @param figure in TFLOPS, or TOPS for integers
 * @param dense whether the figure holds for all matrices, and not only for those with two zeros in four
 * @param accumulator the type of the sums
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Peak(String type, Figure figure, boolean dense, String accumulator) {

    /** Whether it says something of the matrix products of a language model: dense ones with sums of 32 bits. */
    public boolean isForModels() {
        return dense && (accumulator.equals("fp32") || accumulator.equals("int32") || accumulator.equals("fp64"));
    }
}
