package dev.touchstone.benchmarks;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** What a benchmark did besides being called; JMH divides it by the time. One multiply-add is two floating-point operations. */
@API(status = Status.INTERNAL, since = "0.1")
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.OPERATIONS)
public class Operations {

    /** Floating-point operations; per nanosecond they are GFLOP/s. */
    public double flops;

    /** Tokens. */
    public double tokens;

    /** Starts an iteration at zero. */
    @Setup(Level.Iteration)
    public void reset() {
        flops = 0;
        tokens = 0;
    }
}
