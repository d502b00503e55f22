package dev.touchstone.reference.kernel;

import dev.touchstone.reference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The weights of one or more linear layers with the same input, as {@link HeldPanel}s. Each layer's outputs start at a multiple of
 * {@link Panels#WIDTH} columns; padding columns are zero.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class PackedMatrix {

    private final int depth;
    private final int[] columns;
    private final List<HeldPanel> panels;
    private final @Nullable InputForm inputs;

    private PackedMatrix(int depth, int[] columns, List<HeldPanel> panels, @Nullable InputForm inputs) {
        this.depth = depth;
        this.columns = columns;
        this.panels = panels;
        this.inputs = inputs;
    }

    /** Reads weights as fp32; see {@link #pack(List, WeightForm, Workers)}. */
    public static PackedMatrix pack(List<Tensor> parts, Workers workers) {
        return pack(parts, new FloatPanels(), workers);
    }

    /**
     * Reads weights and brings them into a form; the work is shared among {@code workers}.
     *
     * @param parts weights [outputs, depth] of the layers, side by side in this order; each is brought into the form for itself
     */
    public static PackedMatrix pack(List<Tensor> parts, WeightForm form, Workers workers) {
        int[] columns = new int[parts.size() + 1];
        List<HeldPanel> panels = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            panels.addAll(form.hold(parts.get(part), workers));
            columns[part + 1] = Math.multiplyExact(panels.size(), Panels.WIDTH);
        }
        return new PackedMatrix(parts.get(0).columns(), columns, List.copyOf(panels), form.inputs());
    }

    /** Length of the inner dimension. */
    public int depth() {
        return depth;
    }

    /** Outputs of all layers, padding included: the columns that a product writes. */
    public int columns() {
        return columns[columns.length - 1];
    }

    /** First column of a layer's outputs; layers are numbered from 0 as they were packed. */
    public int firstColumn(int part) {
        return columns[part];
    }

    /** Bytes that the weights take, padding and scales included. */
    public long bytes() {
        return panels.stream().mapToLong(HeldPanel::bytes).sum();
    }

    /**
     * Reads one output's weights as fp32.
     *
     * @param output a column
     * @param into [depth] from {@code at} on
     */
    public void read(int output, float[] into, int at) {
        panels.get(output / Panels.WIDTH).read(output % Panels.WIDTH, into, at);
    }

    /** How inputs are quantized; null where they are taken as they are. */
    @Nullable
    InputForm inputs() {
        return inputs;
    }

    /** Whether panels are fp32 numbers in memory, so that a product needs not unpack them. */
    boolean isUnpacked() {
        return panels.isEmpty() || panels.get(0).isUnpacked();
    }

    /** Number of panels. */
    int count() {
        return panels.size();
    }

    /** One panel. */
    HeldPanel panel(int index) {
        return panels.get(index);
    }
}
