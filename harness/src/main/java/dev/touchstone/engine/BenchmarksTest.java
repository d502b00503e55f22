package dev.touchstone.engine;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The anchor that is shipped, so that a project needs no test class: with Surefire's {@code dependenciesToScan} naming this artifact,
 * {@code mvn test -Dsuite=ceval} runs what the property says. Without the property it runs nothing.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
@Benchmarks
public final class BenchmarksTest {

    private BenchmarksTest() {}
}
