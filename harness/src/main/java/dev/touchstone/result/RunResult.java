package dev.touchstone.result;

import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A whole run: what ran, and what came out. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunResult(RunInfo run, List<SuiteResult> suites) {}
