package dev.touchstone.run;

import dev.touchstone.gate.Baseline;
import dev.touchstone.gate.ComparisonRefused;
import java.nio.file.Path;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Records baselines on purpose. */
@API(status = Status.INTERNAL, since = "0.1")
public final class BaselineRecorder {

    private BaselineRecorder() {}

    /**
     * Writes a baseline, in place of what the file held before.
     *
     * @throws ComparisonRefused if later runs could not be compared with all of it
     */
    public static void record(Baseline baseline, Path file) {
        baseline.requireWhole();
        BaselineJson.write(baseline, file);
    }
}
