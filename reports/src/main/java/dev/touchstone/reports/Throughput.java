package dev.touchstone.reports;

import dev.touchstone.result.SuiteResult.Performance;
import java.util.OptionalDouble;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Figures derived from a suite's performance. A ratio whose denominator is 0 is undefined, not 0. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Throughput {

    private Throughput() {}

    /** Token positions really computed for each second of wall time. */
    public static OptionalDouble tokensPerSecond(Performance performance) {
        return performance.wallNanos() > 0
                ? OptionalDouble.of(performance.computedTokens() / Figures.seconds(performance.wallNanos()))
                : OptionalDouble.empty();
    }

    /** The share, from 0 to 1, of prompt tokens that did not have to be computed because another request had the same beginning. */
    public static OptionalDouble sharedTokens(Performance performance) {
        if (performance.promptTokens() <= 0) {
            return OptionalDouble.empty();
        }
        double computed = (double) performance.computedTokens() / performance.promptTokens();
        return OptionalDouble.of(Math.max(0, 1 - computed));
    }
}
