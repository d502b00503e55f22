package dev.touchstone.reference.llama;

import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;

/**
 * The angle that each rotated pair of a head turns by per position (Su et al. 2021): base^(-2i / headSize), then scaled for long contexts.
 */
final class RopeFrequencies {

    private RopeFrequencies() {}

    /**
     * Frequencies in radians per position.
     *
     * @param factors the checkpoint's own divisors ({@code rope_freqs.weight}), one for each pair; empty if it has none
     * @return one for each pair
     */
    static double[] of(Rope rope, int headSize, float[] factors) {
        double[] frequencies = new double[headSize / 2];
        for (int pair = 0; pair < frequencies.length; pair++) {
            // StrictMath is specified bit for bit (fdlibm), unlike Math.
            double frequency = StrictMath.pow(rope.base(), -2.0 * pair / headSize);
            frequencies[pair] = scale(frequency, rope.scaling()) / (factors.length == 0 ? 1 : factors[pair]);
        }
        return frequencies;
    }

    private static double scale(double frequency, Scaling scaling) {
        if (scaling instanceof Scaling.Linear linear) {
            return frequency / linear.factor();
        }
        if (scaling instanceof Scaling.Llama3 llama3) {
            return scale(frequency, llama3);
        }
        return frequency;
    }

    /**
     * Llama 3.1's rule, as in Meta's {@code apply_scaling} and transformers' {@code _compute_llama3_parameters}: with w the wavelength,
     * kept if w is below original / high, divided if above original / low, and between the two a mixture linear in original / w.
     */
    private static double scale(double frequency, Scaling.Llama3 rule) {
        double turns = rule.originalContextLength() * frequency / (2 * Math.PI);
        double kept = (turns - rule.lowFrequencyFactor()) / (rule.highFrequencyFactor() - rule.lowFrequencyFactor());
        double share = Math.max(0, Math.min(1, kept));
        return (1 - share) * frequency / rule.factor() + share * frequency;
    }
}
