package dev.touchstone.benchmarks;

import dev.touchstone.model.ModelOptions;
import dev.touchstone.reference.gguf.GgufCheckpoint;
import dev.touchstone.reference.llama.Llama;
import dev.touchstone.reference.llama.LlamaSession;
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

/** A model from a GGUF file, on all cores: reading a prompt (without logits) and greedy decoding after it (with them). */
@API(status = Status.INTERNAL, since = "0.1")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LlamaBenchmark {

    private static final int DECODED = 32;

    /** The GGUF file; the main class sets it. */
    @Param("")
    public String model = "";

    /** How weights are held and computed with. */
    @Param({"fp32", "bf16", "int8", "int4", "nf4", "int2"})
    public String precision = "";

    /** Tokens of the prompt. */
    @Param({"512", "700"})
    public int prompt;

    private Llama llama;
    private LlamaSession session;
    private ForwardCost cost;
    private int[] tokens;

    /** Loads the model and makes a seeded random prompt. */
    @Setup(Level.Trial)
    public void load() {
        llama = Llama.load(
                GgufCheckpoint.open(Path.of(model)), ModelOptions.defaults().in(precision));
        session = llama.newSession();
        cost = new ForwardCost(llama.config());
        tokens = new Random(1).ints(prompt, 0, llama.config().vocabulary()).toArray();
    }

    /** Ends the threads and unmaps the file. */
    @TearDown(Level.Trial)
    public void close() {
        llama.close();
    }

    /** Reads the prompt from an empty cache. */
    @Benchmark
    public int prefill(Operations operations) {
        session.truncate(0);
        operations.tokens += prompt;
        operations.flops += cost.flops(0, prompt);
        return session.become(tokens);
    }

    /** Decodes 32 tokens after the prompt, which is computed before the first call only. */
    @Benchmark
    public int decode(Operations operations) {
        session.become(tokens);
        int token = session.after(prompt - 1).mostProbable();
        for (int i = 0; i < DECODED; i++) {
            token = session.next(token).mostProbable();
        }
        operations.tokens += DECODED;
        operations.flops += cost.flops(prompt, DECODED);
        return token;
    }
}
