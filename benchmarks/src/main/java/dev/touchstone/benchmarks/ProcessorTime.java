package dev.touchstone.benchmarks;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** Processor time of the two that are compared, in nanoseconds. */
@API(status = Status.INTERNAL, since = "0.1")
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class ProcessorTime {

    /** Of fp32. */
    public long fp32Nanos;

    /** Of the other precision. */
    public long nanos;

    /** Starts an iteration at zero. */
    @Setup(Level.Iteration)
    public void reset() {
        fp32Nanos = 0;
        nanos = 0;
    }
}
