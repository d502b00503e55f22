package dev.touchstone.gate;

import dev.touchstone.config.GateConfiguration.Limit;
import dev.touchstone.config.GateKind;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A gate that is to be judged.
 *
 * @param kind what it looks at
 * @param suite the suite's id; {@link #ALL} for the headline over all of them
 * @param variant the variant's id
 * @param metric the metric; empty for the suite's first, or where there is no choice
 * @param limit what it lets through
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PlannedGate(GateKind kind, String suite, String variant, String metric, Limit limit) {

    /** Stands for all suites together. No suite has a blank in its id. */
    public static final String ALL = "all suites";

    /** The gate's name, unique in a run, such as {@code min: ceval native acc}. */
    public String name() {
        return String.format(Locale.ROOT, "%s: %s %s %s", kind.id(), suite, variant, metric)
                .strip();
    }

    /** Whether it is over all suites. */
    public boolean isHeadline() {
        return suite.equals(ALL);
    }
}
