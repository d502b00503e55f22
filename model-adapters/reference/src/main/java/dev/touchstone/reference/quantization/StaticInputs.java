package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.WeightForm;

/** {@code int8-static}: inputs have one scale for each layer, largest |x| / 127 of the calibration text; what is larger later on is cut off. */
final class StaticInputs implements Calibration {

    @Override
    public WeightForm form(InputStatistics inputs) {
        float largest = 0;
        for (float each : inputs.largest()) {
            largest = Math.max(largest, each);
        }
        LinearRule rule = LinearRule.INT8.withScale(LinearRule.INT8.scale(new float[] {largest}, 0, 1));
        return LinearForm.perChannel(LinearRule.INT8, Byte.SIZE, new LinearInput(rule));
    }
}
