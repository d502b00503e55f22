package dev.touchstone.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import dev.touchstone.training.model.Group;
import dev.touchstone.training.model.ModelShape;
import dev.touchstone.training.model.Parameters;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Muon for the matrices of the layers, AdamW for the embeddings and the gains of the norms. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Optimizers {

    private static final double MOMENTUM = 0.95;

    private final Map<Group, Muon> matrices = new EnumMap<>(Group.class);
    private final Map<Group, AdamW> others = new EnumMap<>(Group.class);

    /** Optimizers that have seen no gradient yet; their memory belongs to {@code manager}. */
    public Optimizers(Parameters parameters, NDManager manager) {
        for (Group group : Group.values()) {
            NDArray array = parameters.of(group);
            NDArray memory = manager.zeros(array.getShape());
            if (group.matricesPerLayer() > 0) {
                matrices.put(group, new Muon(array, memory, scales(group, parameters.shape()), MOMENTUM));
            } else {
                boolean isCentred = group == Group.EMBEDDING;
                others.put(group, new AdamW(array, memory, manager.zeros(array.getShape()), isCentred));
            }
        }
    }

    /** sqrt(max(1, outputs / inputs)) for each matrix, as in Muon's source; down matrices, which are stored transposed, have fewer outputs. */
    private static float[] scales(Group group, ModelShape shape) {
        long[] dimensions = group.dimensions(shape);
        float[] scales = new float[(int) dimensions[0]];
        Arrays.fill(scales, (float) Math.sqrt(Math.max(1, (double) dimensions[1] / dimensions[2])));
        if (group == Group.FEED_FORWARD) {
            for (int i = 2; i < scales.length; i += 3) {
                scales[i] = (float) Math.sqrt(Math.max(1, (double) dimensions[2] / dimensions[1]));
            }
        }
        return scales;
    }

    /**
     * Moves all parameters against their gradients. Gains of norms have no weight decay.
     *
     * @param matrixRate of Muon
     * @param otherRate of AdamW
     * @param number 1 for the first step
     * @param step keeps the arrays of the computation
     */
    public void step(double matrixRate, double otherRate, double weightDecay, long number, NDManager step) {
        matrices.values().forEach(muon -> muon.step(matrixRate, weightDecay, step));
        others.forEach((group, adam) -> adam.step(otherRate, group == Group.GAINS ? 0 : weightDecay, number, step));
    }

    /** What the optimizers remember, by name. */
    public Map<String, NDArray> memory() {
        Map<String, NDArray> memory = new LinkedHashMap<>();
        matrices.forEach((group, muon) -> memory.put("momentum." + group, muon.momentum()));
        others.forEach((group, adam) -> {
            memory.put("mean." + group, adam.mean());
            memory.put("square." + group, adam.square());
        });
        return memory;
    }
}
