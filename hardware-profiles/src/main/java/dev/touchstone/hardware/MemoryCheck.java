package dev.touchstone.hardware;

import java.util.OptionalLong;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether a model and its longest prompt fit in a device's memory.
 *
 * <p>With T tokens, batch B, and b bytes a number (2, or 4 where attention is fp32): the cache takes 2 L G D b T B; activations, as of one layer
 * with its residual stream, T B (2 W + (H + 2 G) D + H D + 2 F) b; the logits of the last position 4 V B; and the kernel {@code standard} a
 * matrix of scores, 4 H T² B, of which {@code flash} keeps a part that does not grow with T.
 *
 * @param weightBytes measured
 * @param cacheBytes keys and values
 * @param activationBytes the rest
 * @param available the device's memory; empty if unknown
 * @param largestBatch prompts of that length that fit at once; 0 when not even one does, empty if unknown
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record MemoryCheck(
        long weightBytes, long cacheBytes, long activationBytes, OptionalLong available, OptionalLong largestBatch) {

    private static final int LOGIT_BYTES = 4;

    /** What the workload takes on the device. */
    public static MemoryCheck of(HardwareProfile profile, String precision, String kernel, Workload work) {
        long number = Capabilities.load().attentionBytes(precision);
        long cache = work.cacheNumbers() * number * work.tokens();
        long activations = activations(work, number) + (kernel.equals(CapabilityCheck.FLASH) ? 0 : scores(work));
        OptionalLong available = profile.memoryBytes();
        OptionalLong largest = available.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        Math.max(0, (available.getAsLong() - work.weightBytes()) / Math.max(1, cache + activations)));
        return new MemoryCheck(
                work.weightBytes(), cache * work.batch(), activations * work.batch(), available, largest);
    }

    private static long activations(Workload work, long number) {
        long perToken = 2L * work.width()
                + (work.heads() + 2L * work.keyValueHeads()) * work.headSize()
                + (long) work.heads() * work.headSize()
                + 2L * work.feedForward();
        return perToken * number * work.tokens() + (long) LOGIT_BYTES * work.vocabulary();
    }

    private static long scores(Workload work) {
        return (long) LOGIT_BYTES * work.heads() * work.tokens() * work.tokens();
    }

    /** All of it. */
    public long totalBytes() {
        return weightBytes + cacheBytes + activationBytes;
    }

    /** Whether it fits; a device of unknown memory is taken to be large enough. */
    public boolean fits() {
        return available.isEmpty() || totalBytes() <= available.getAsLong();
    }
}
