package dev.touchstone.training.model;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import java.util.EnumMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** The trained arrays in PyTorch's memory, with their gradients. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Parameters {

    private final ModelShape shape;
    private final Map<Group, NDArray> arrays = new EnumMap<>(Group.class);

    private Parameters(ModelShape shape) {
        this.shape = shape;
    }

    /** Copies {@code weights} into arrays of {@code manager}. */
    public static Parameters of(Weights weights, NDManager manager) {
        Parameters parameters = new Parameters(weights.shape());
        for (Group group : Group.values()) {
            NDArray array = manager.create(weights.of(group), new Shape(group.dimensions(weights.shape())));
            array.setRequiresGradient(true);
            parameters.arrays.put(group, array);
        }
        return parameters;
    }

    /** The model's shape. */
    public ModelShape shape() {
        return shape;
    }

    /** One group; owned by the manager that it was made with. */
    public NDArray of(Group group) {
        return arrays.get(group);
    }

    /** Makes all gradients 0, as they must be before a backward pass. */
    public void clearGradients() {
        // DJL gives an array new gradients of zeros; taking old ones off would leave what is not a number.
        arrays.values().forEach(array -> array.setRequiresGradient(true));
    }

    /** Copies the present values. */
    public Weights copy() {
        Map<Group, float[]> values = new EnumMap<>(Group.class);
        arrays.forEach((group, array) -> values.put(group, array.toFloatArray()));
        return new Weights(shape, values);
    }
}
