package dev.touchstone.result;

import dev.touchstone.model.ModelDescription;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Where a run's numbers come from.
 *
 * @param id names the run and its folder, sortable by time
 * @param started when it began
 * @param model what was evaluated, as loaded for the first variant
 * @param harnessVersion Touchstone's version
 * @param jdk the JVM's version and vendor
 * @param host processor, cores, memory, operating system, by name
 * @param properties the properties that were set, by name, without secrets
 * @param folder where the run's files are
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record RunInfo(
        String id,
        Instant started,
        ModelDescription model,
        String harnessVersion,
        String jdk,
        Map<String, String> host,
        Map<String, String> properties,
        Path folder) {}
