package dev.touchstone.result;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.model.ModelDescription;
import dev.touchstone.suites.Capability;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The results of one suite under one variant.
 *
 * @param suite its id
 * @param title its name in reports
 * @param language BCP 47 tag of its items
 * @param capability what it mainly measures; null if it does not say
 * @param data where the items came from: {@code folder}, {@code mini} or {@code hub}; {@code none} for checks on the model
 * @param dataSha256 hex digest over all data files that were used
 * @param variant what it ran as
 * @param model what it ran on: the model as loaded for that variant
 * @param shots shots in each prompt
 * @param mode how items were scored, such as {@code loglikelihood}
 * @param finished true when every planned item has a result; false when the run was stopped
 * @param planned number of items that were to be evaluated
 * @param metrics estimates by metric name over all items (weighted by items), the headline one first
 * @param outcomes counts
 * @param groups groups with at least one evaluated item, in the suite's order
 * @param subjects subjects with at least one evaluated item, in the suite's order
 * @param performance how fast it went
 * @param itemsFile the journal with a line for each item
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record SuiteResult(
        String suite,
        String title,
        String language,
        @Nullable Capability capability,
        String data,
        String dataSha256,
        Variant variant,
        ModelDescription model,
        int shots,
        String mode,
        boolean finished,
        int planned,
        Map<String, Estimate> metrics,
        OutcomeCounts outcomes,
        List<GroupResult> groups,
        List<SubjectResult> subjects,
        Performance performance,
        Path itemsFile) {

    /** The mode of a suite whose items are checks on the model. */
    public static final String CHECK = "check";

    /** Whether its items are checks on the model, which hold or not, and not questions to it. */
    public boolean isOfChecks() {
        return mode.equals(CHECK);
    }

    /**
     * How a suite is run.
     *
     * @param precision such as {@code native}
     * @param form how choices are put, {@code letters} or {@code cloze}, when the suite runs in both forms; empty otherwise
     */
    public record Variant(String precision, String form) {

        /** In the one form that was asked for, or that the suite has. */
        public Variant(String precision) {
            this(precision, "");
        }

        /** The name in file names and in the test tree; without a colon, which file systems may refuse. */
        public String id() {
            return precision.replace(':', '-') + (form.isEmpty() ? "" : "-" + form);
        }
    }

    /**
     * How fast a suite ran.
     *
     * @param wallNanos from the first item's start to the last one's end, in nanoseconds
     * @param modelNanos time spent in the model, in nanoseconds
     * @param promptTokens tokens of all prompts and choices, each prompt on its own and once
     * @param computedTokens token positions really computed
     * @param truncatedItems items whose prompt had to be cut
     */
    public record Performance(
            long wallNanos, long modelNanos, long promptTokens, long computedTokens, int truncatedItems) {}
}
