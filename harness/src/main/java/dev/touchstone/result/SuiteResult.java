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
 * @param clustered scores with the uncertainty of items that belong together; null when they don't
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
        Path itemsFile,
        @Nullable Clustered clustered) {

    /** Of items that do not belong together. */
    public SuiteResult(
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
        this(
                suite,
                title,
                language,
                capability,
                data,
                dataSha256,
                variant,
                model,
                shots,
                mode,
                finished,
                planned,
                metrics,
                outcomes,
                groups,
                subjects,
                performance,
                itemsFile,
                null);
    }

    /** The mode of a suite whose items are checks on the model. */
    public static final String CHECK = "check";

    /** Whether its items are checks on the model, which hold or not, and not questions to it. */
    public boolean isOfChecks() {
        return mode.equals(CHECK);
    }

    /**
     * Scores whose items belong together, such as questions on one passage: they tend to be right or wrong together, so they say less than as many
     * independent ones.
     *
     * @param by what they have in common: {@code passage} or {@code subject}
     * @param clusters how many different ones there are, at least two
     * @param metrics estimates by metric name, with the same values as the suite's
     */
    public record Clustered(String by, int clusters, Map<String, Estimate> metrics) {}

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
