package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.Panels;
import org.jspecify.annotations.Nullable;

/**
 * A panel of codes.
 *
 * @param codes what products are made of
 * @param scales of each output's sums; null where the codes have theirs
 */
record CodedPanel(CodePanel codes, float @Nullable [] scales) implements HeldPanel {

    @Override
    public Panels factors(Kernels kernels, float[] scratch) {
        kernels.unpack(codes, scratch);
        return new Panels(scratch, 0, codes.depth() * Panels.WIDTH, 1, codes.depth());
    }

    @Override
    public void read(int output, float[] into, int at) {
        for (int k = 0; k < codes.depth(); k++) {
            float factor = codes.factor(k, output);
            into[at + k] = scales == null ? factor : factor * scales[output];
        }
    }

    @Override
    public long bytes() {
        return codes.bytes() + (scales == null ? 0 : (long) Float.BYTES * scales.length);
    }
}
