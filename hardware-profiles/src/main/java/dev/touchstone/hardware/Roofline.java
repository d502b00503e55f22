package dev.touchstone.hardware;

import java.util.Optional;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How fast a device could be at best (Williams, Waterman, Patterson, "Roofline", Communications of the ACM 52, 2009): a step takes as long as its
 * arithmetic or its reading from memory, whichever is longer. Peaks are those of dense products with sums of 32 bits; no device reaches them.
 *
 * <p>Prefill computes T tokens of each of B prompts at once: 2 N + 4 L H D T / 2 operations a token with N multiplied weights, and reads all weights once.
 * Decoding computes one token of each prompt: 2 N + 4 L H D T operations, and reads all weights and the keys and values of T tokens for each.
 *
 * @param prefill of a token of a prompt
 * @param decode of a token that is generated, or scored one by one
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Roofline(Step prefill, Step decode) {

    /** The estimate; a step is undefined where the device's figures are unknown. */
    public static Roofline of(HardwareProfile profile, String precision, Workload work) {
        String type = CapabilityCheck.arithmeticType(profile, precision);
        double products = 2 * work.multipliedWeights();
        double tokens = Math.max(1, work.tokens());
        double together = tokens * work.batch();
        double cache = (double) work.cacheNumbers() * Capabilities.load().attentionBytes(precision) * tokens;
        return new Roofline(
                step(profile, type, products + work.attentionOperations(tokens / 2), work.weightBytes() / together),
                step(
                        profile,
                        type,
                        products + work.attentionOperations(tokens),
                        work.weightBytes() / (double) work.batch() + cache));
    }

    private static Step step(HardwareProfile profile, String type, double operations, double bytes) {
        OptionalDouble peak = profile.operationsPerSecond(type);
        OptionalDouble bandwidth = profile.bytesPerSecond();
        if (peak.isEmpty()) {
            return Step.undefined("the profile " + profile.name() + " has no peak for " + type);
        }
        if (bandwidth.isEmpty()) {
            return Step.undefined(
                    "the profile " + profile.name() + " has no bandwidth; give it in a profile of your own");
        }
        double computing = operations / peak.getAsDouble();
        double reading = bytes / bandwidth.getAsDouble();
        return new Step(
                OptionalDouble.of(Math.max(computing, reading)),
                Optional.of(computing >= reading ? Bound.COMPUTE : Bound.BANDWIDTH),
                "");
    }

    /** What a step waits for. */
    public enum Bound {
        /** Arithmetic. */
        COMPUTE,
        /** Reading from memory. */
        BANDWIDTH
    }

    /**
     * The time of one token.
     *
     * @param seconds at least that long; empty if undefined
     * @param bound what takes longer; empty if undefined
     * @param undefined why there is no estimate; empty if there is one
     */
    public record Step(OptionalDouble seconds, Optional<Bound> bound, String undefined) {

        static Step undefined(String reason) {
            return new Step(OptionalDouble.empty(), Optional.empty(), reason);
        }
    }
}
