package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.tensor.LlamaConfig;

/**
 * Memory for the activations of the positions that are computed together; {@code P} of them. Columns are padded to whole panels.
 *
 * @param residual [P, width]
 * @param normed [P, width]
 * @param queryKeyValue [P, columns of the packed layers]
 * @param attended [P, heads * headSize]
 * @param gateUp [P, columns of the packed layers]
 * @param projected [P, width]
 */
record Activations(Rows residual, Rows normed, Rows queryKeyValue, Rows attended, Rows gateUp, Rows projected) {

    static Activations allocate(int positions, LlamaConfig config, LayerWeights layer) {
        int width = Panels.padded(config.width());
        return new Activations(
                Rows.allocate(positions, width),
                Rows.allocate(positions, width),
                Rows.allocate(positions, layer.queryKeyValue().columns()),
                Rows.allocate(positions, config.heads() * config.headSize()),
                Rows.allocate(positions, layer.feedForward().get(0).gateUp().columns()),
                Rows.allocate(positions, width));
    }

    /** The first {@code positions} rows of everything. */
    Activations first(int positions) {
        return new Activations(
                residual.slice(0, positions),
                normed.slice(0, positions),
                queryKeyValue.slice(0, positions),
                attended.slice(0, positions),
                gateUp.slice(0, positions),
                projected.slice(0, positions));
    }
}
