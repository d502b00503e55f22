package dev.touchstone.benchmarks;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A precision against fp32, by turns on one thread, in processor time: so the ratio holds on a machine that has other things to do, and clocks that change
 * change both.
 */
@API(status = Status.INTERNAL, since = "0.1")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class PrecisionRatioBenchmark {

    private static final int PROMPT = 128;
    private static final int DECODED = 8;
    private static final long CACHE_BYTES = 1L << 28;
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** The GGUF file; the main class sets it. */
    @Param("")
    public String model = "";

    /** What is compared with fp32. */
    @Param({"int8", "int4", "nf4"})
    public String precision = "";

    private Llama[] llamas = {};
    private LlamaSession[] sessions = {};
    private int[] tokens = {};

    /** Loads both models and makes a seeded random prompt. */
    @Setup(Level.Trial)
    public void load() {
        llamas = new Llama[] {load("fp32"), load(precision)};
        sessions = new LlamaSession[] {llamas[0].newSession(), llamas[1].newSession()};
        tokens = new Random(1).ints(PROMPT, 0, llamas[0].config().vocabulary()).toArray();
    }

    private Llama load(String name) {
        ModelOptions options = new ModelOptions(1, Simd.AUTO, CACHE_BYTES).in(name);
        return Llama.load(GgufCheckpoint.open(Path.of(model)), options);
    }

    /** Unmaps the files. */
    @TearDown(Level.Trial)
    public void close() {
        for (Llama llama : llamas) {
            llama.close();
        }
    }

    /** Reads the prompt from an empty cache, in fp32 and then in the precision. */
    @Benchmark
    public void prefill(ProcessorTime time) {
        time.fp32Nanos += nanos(() -> prefill(sessions[0]));
        time.nanos += nanos(() -> prefill(sessions[1]));
    }

    /** Decodes some tokens after the prompt, in fp32 and then in the precision. */
    @Benchmark
    public void decode(ProcessorTime time) {
        sessions[0].become(tokens);
        sessions[1].become(tokens);
        time.fp32Nanos += nanos(() -> decode(sessions[0]));
        time.nanos += nanos(() -> decode(sessions[1]));
    }

    private int prefill(LlamaSession session) {
        session.truncate(0);
        return session.become(tokens);
    }

    private static int decode(LlamaSession session) {
        int token = 0;
        for (int i = 0; i < DECODED; i++) {
            token = session.next(token).mostProbable();
        }
        return token;
    }

    private static long nanos(Runnable work) {
        long start = THREADS.getCurrentThreadCpuTime();
        work.run();
        return THREADS.getCurrentThreadCpuTime() - start;
    }
}
