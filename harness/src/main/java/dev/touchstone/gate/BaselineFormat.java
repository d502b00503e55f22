package dev.touchstone.gate;

import dev.touchstone.plan.PlannedSuite;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Reads results of another program as a baseline. Implement this and name the class in {@code META-INF/services/dev.touchstone.gate.BaselineFormat}.
 * Implementations have no state.
 */
@API(status = Status.INTERNAL, since = "0.1")
public interface BaselineFormat {

    /** Whether a file, or a folder, is of this format. Looks at names only; the place need not exist. */
    boolean isOf(Path place);

    /**
     * Reads what is to be compared.
     *
     * @param source how the baseline was named
     * @param wanted the suites to look for: another program has names of its own for them
     * @throws ComparisonRefused if nothing of it is there
     * @throws IOException if a file can't be read
     */
    Baseline read(Path place, String source, List<PlannedSuite> wanted) throws IOException;
}
