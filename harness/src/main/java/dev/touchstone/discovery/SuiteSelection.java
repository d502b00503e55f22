package dev.touchstone.discovery;

import dev.touchstone.suites.Suite;
import dev.touchstone.suites.Suite.Subject;
import java.util.List;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Subjects of one suite that were asked for.
 *
 * @param suite the suite
 * @param subjects its selected subjects, in the suite's order
 * @param item the one item that was asked for, if any; then there is exactly one subject
 */
@API(status = Status.INTERNAL, since = "0.1")
public record SuiteSelection(Suite suite, List<Subject> subjects, OptionalInt item) {}
