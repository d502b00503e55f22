package dev.touchstone.result;

import dev.touchstone.hardware.Capability;
import dev.touchstone.hardware.HardwareProfile;
import dev.touchstone.hardware.MemoryCheck;
import dev.touchstone.hardware.Roofline;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * What the hardware that a run was planned for makes of it.
 *
 * @param profile the hardware
 * @param variants each precision of the run, in its order
 * @param skipped what did not run because the hardware does not allow it
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record HardwareResult(HardwareProfile profile, List<Variant> variants, List<SkippedSuite> skipped) {

    /**
     * A precision on the hardware.
     *
     * @param precision such as {@code int4}
     * @param kernel of attention that it would run with
     * @param capability whether it runs
     * @param estimate what it would take, and how long; null where {@code undefined} says why
     * @param undefined why there is no estimate; empty if there is one
     */
    public record Variant(
            String precision,
            String kernel,
            Capability capability,
            @Nullable Estimate estimate,
            String undefined) {}

    /**
     * What a variant would take.
     *
     * @param tokens of the run's longest prompt, with what is scored after it
     * @param batch prompts at once
     * @param memory what it takes
     * @param speed how fast it could be at best
     */
    public record Estimate(int tokens, int batch, MemoryCheck memory, Roofline speed) {}
}
