package dev.touchstone.reference.kernel;

import dev.touchstone.reference.tensor.Tensor;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** How a matrix is held in memory and multiplied with. Implementations have no state. */
@API(status = Status.INTERNAL, since = "0.1")
public interface WeightForm {

    /**
     * Reads a matrix.
     *
     * @param tensor [outputs, depth]
     * @param workers share the work
     * @return panels of {@link Panels#WIDTH} outputs each, the last one padded with weights that are 0
     */
    List<HeldPanel> hold(Tensor tensor, Workers workers);

    /** How inputs are quantized before they are multiplied; null where they are taken as they are. */
    @Nullable
    InputForm inputs();

    /** About how many bits a weight takes, to tell before loading whether a model fits. */
    double nominalBits();
}
