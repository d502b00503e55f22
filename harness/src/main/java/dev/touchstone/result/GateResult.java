package dev.touchstone.result;

import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * A gate's verdict with its evidence.
 *
 * @param name the gate's name, unique in a run, such as {@code regression: ceval native}
 * @param kind what it looks at, such as {@code regression}: the name of its property without {@code gate.}
 * @param verdict what it says
 * @param evidence why, in one line with the figures
 * @param numbers the figures by name; NaN where one is not defined
 * @param baseline what the run was compared with; null when it was not
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record GateResult(
        String name,
        String kind,
        Verdict verdict,
        String evidence,
        Map<String, Double> numbers,
        @Nullable ComparedWith baseline) {

    /**
     * The other run of a comparison.
     *
     * @param run its id
     * @param model the model's name
     * @param modelFingerprint the model's fingerprint
     * @param variant how the suite was run
     * @param source where its results were read
     */
    public record ComparedWith(String run, String model, String modelFingerprint, String variant, String source) {}
}
