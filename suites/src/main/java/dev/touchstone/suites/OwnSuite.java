package dev.touchstone.suites;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A suite that a user brings as files.
 *
 * @param suite the suite
 * @param data where its items come from; given the folder that {@code -Ddata} names, if any
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record OwnSuite(Suite suite, Function<Optional<Path>, DataSource> data) {}
