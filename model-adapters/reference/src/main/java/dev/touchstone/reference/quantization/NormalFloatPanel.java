package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.CodePanel;
import dev.touchstone.reference.kernel.HeldPanel;
import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.PackedCodes;
import dev.touchstone.reference.kernel.Panels;
import org.jspecify.annotations.Nullable;

/** A panel of NormalFloat-4 codes whose scales are quantized, too: these are unpacked first, one for 64 weights. */
record NormalFloatPanel(PackedCodes packed, BlockScales scalesOfBlocks) implements HeldPanel {

    @Override
    public CodePanel codes() {
        int blocks = (packed.depth() + NormalFloatForm.BLOCK - 1) / NormalFloatForm.BLOCK;
        float[] unpacked = new float[blocks * Panels.WIDTH];
        for (int i = 0; i < unpacked.length; i++) {
            unpacked[i] = scalesOfBlocks.of(i / Panels.WIDTH, i % Panels.WIDTH);
        }
        return NormalFloatForm.codes(packed, unpacked);
    }

    @Override
    public Panels factors(Kernels kernels, float[] scratch) {
        kernels.unpack(codes(), scratch);
        return new Panels(scratch, 0, packed.depth() * Panels.WIDTH, 1, packed.depth());
    }

    @Override
    public float @Nullable [] scales() {
        return null;
    }

    @Override
    public void read(int output, float[] into, int at) {
        for (int k = 0; k < packed.depth(); k++) {
            float scale = scalesOfBlocks.of(k / NormalFloatForm.BLOCK, output);
            into[at + k] = NormalFloatForm.level(packed.get(k, output)) * scale;
        }
    }

    @Override
    public long bytes() {
        return packed.data().length + scalesOfBlocks.bytes();
    }
}
