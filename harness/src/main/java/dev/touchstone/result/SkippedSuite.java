package dev.touchstone.result;

import dev.touchstone.result.SuiteResult.Variant;
import dev.touchstone.suites.Suite;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A suite under a variant that did not run.
 *
 * @param suite what was asked for
 * @param data where the items would have come from
 * @param dataSha256 hex digest over all data files
 * @param variant as what
 * @param shots shots in each prompt
 * @param mode how its items would have been scored
 * @param planned items that were not evaluated
 * @param reason why
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record SkippedSuite(
        Suite suite,
        String data,
        String dataSha256,
        Variant variant,
        int shots,
        String mode,
        int planned,
        String reason) {}
