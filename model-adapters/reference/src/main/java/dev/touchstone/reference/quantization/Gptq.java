package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.WeightForm;

/** GPTQ (Frantar et al. 2023, arXiv:2210.17323): the error of each weight is made up for by those of the columns still to come. */
record Gptq(LinearForm form) implements Calibration {

    @Override
    public boolean needsProducts() {
        return true;
    }

    @Override
    public WeightForm form(InputStatistics inputs) {
        return new GptqForm(form, ErrorSpread.of(inputs.products(), inputs.width()));
    }
}
