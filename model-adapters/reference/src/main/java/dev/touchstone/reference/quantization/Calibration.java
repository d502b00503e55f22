package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** How weights are held after a look at what they are multiplied with. Implementations have no state. */
@API(status = Status.INTERNAL, since = "0.1")
public interface Calibration {

    /** Whether it needs the products of each two inputs. */
    default boolean needsProducts() {
        return false;
    }

    /** How layers of these inputs are held. */
    default @Nullable WeightForm form(InputStatistics inputs) {
        return null;
    }

    /**
     * What each input of some layers is divided by, and their weights multiplied with, so that the result is the same but for rounding.
     *
     * @param layers all layers with these inputs
     * @param tied where several inputs must have one factor, as they are made by the same output of the operator before
     * @return [inputs]; null for no change
     */
    default float @Nullable [] factors(InputStatistics inputs, List<Tensor> layers, Tied tied, Team team) {
        return null;
    }

    /**
     * Inputs that share a factor: those of query heads that share a value head. Where each has its own {@code heads} is 1.
     *
     * @param heads neighbouring heads that share one
     * @param headSize inputs of a head
     */
    @API(status = Status.INTERNAL, since = "0.1")
    record Tied(int heads, int headSize) {

        /** Each input has a factor of its own. */
        public static final Tied NOT = new Tied(1, 1);

        /** The first of the inputs that share a factor with one. */
        int first(int input) {
            return input / (heads * headSize) * heads * headSize + input % headSize;
        }

        /** The output that makes an input. */
        public int source(int input) {
            return input / (heads * headSize) * headSize + input % headSize;
        }
    }

    /** Who computes. */
    @API(status = Status.INTERNAL, since = "0.1")
    record Team(Kernels kernels, Workers workers) {}
}
