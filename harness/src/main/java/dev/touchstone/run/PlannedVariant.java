package dev.touchstone.run;

import dev.touchstone.plan.PlannedSuite;
import dev.touchstone.result.SuiteResult.Variant;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A suite that is to be evaluated under one variant of the model.
 *
 * @param suite what is evaluated
 * @param variant as what
 */
@API(status = Status.INTERNAL, since = "0.1")
public record PlannedVariant(PlannedSuite suite, Variant variant) {}
