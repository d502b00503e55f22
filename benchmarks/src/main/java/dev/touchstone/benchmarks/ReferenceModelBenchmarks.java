package dev.touchstone.benchmarks;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Locale;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Measures the machine's peak, the packed products and, given a GGUF file, prefill and decoding, and prints each as a share of the peak
 * measured in the same run.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class ReferenceModelBenchmarks {

    private final PrintStream out =
            new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);

    private double peak;

    private ReferenceModelBenchmarks() {}

    /** @param arguments a GGUF file, or nothing */
    public static void main(String[] arguments) throws RunnerException {
        ReferenceModelBenchmarks benchmarks = new ReferenceModelBenchmarks();
        benchmarks.peak();
        benchmarks.products();
        if (arguments.length > 0) {
            benchmarks.model(arguments[0]);
            benchmarks.ratios(arguments[0]);
        }
    }

    private void peak() throws RunnerException {
        int cores = Runtime.getRuntime().availableProcessors();
        out.printf(Locale.ROOT, "Java %s, %d cores%n", Runtime.version(), cores);
        double one = flops(run(options(PeakBenchmark.class).threads(1).build()));
        peak = flops(run(options(PeakBenchmark.class).threads(cores).build()));
        out.printf(Locale.ROOT, "peak of fp32 multiply-adds: %.1f GFLOP/s on 1 thread, %.1f on %d%n", one, peak, cores);
    }

    private static double flops(Collection<RunResult> results) {
        return score(results.iterator().next(), "flops");
    }

    private void products() throws RunnerException {
        for (RunResult result : run(options(PackedProductBenchmark.class).build())) {
            double flops = score(result, "flops");
            out.printf(
                    Locale.ROOT,
                    "product %s, %s rows: %.1f GFLOP/s, %.0f %% of peak%n",
                    result.getParams().getParam("shape"),
                    result.getParams().getParam("rows"),
                    flops,
                    100 * flops / peak);
        }
    }

    private void model(String file) throws RunnerException {
        Options options = options(LlamaBenchmark.class)
                .param("model", file)
                .measurementIterations(5)
                .build();
        for (RunResult result : run(options)) {
            double flops = score(result, "flops");
            out.printf(
                    Locale.ROOT,
                    "%s, %s, prompt of %s tokens: %.1f tokens/s, %.1f GFLOP/s, %.0f %% of peak%n",
                    result.getPrimaryResult().getLabel(),
                    result.getParams().getParam("precision"),
                    result.getParams().getParam("prompt"),
                    1e9 * score(result, "tokens"),
                    flops,
                    100 * flops / peak);
        }
    }

    private void ratios(String file) throws RunnerException {
        Options options = options(PrecisionRatioBenchmark.class)
                .param("model", file)
                .measurementIterations(5)
                .build();
        for (RunResult result : run(options)) {
            out.printf(
                    Locale.ROOT,
                    "%s, %s: %.2f times as fast as fp32 on one thread%n",
                    result.getPrimaryResult().getLabel(),
                    result.getParams().getParam("precision"),
                    score(result, "fp32Nanos") / score(result, "nanos"));
        }
    }

    private static Collection<RunResult> run(Options options) throws RunnerException {
        return new Runner(options).run();
    }

    /** One fork; iterations of two seconds hold a few prefills, and the compiler is done after three of them. */
    private static ChainedOptionsBuilder options(Class<?> benchmark) {
        return new OptionsBuilder()
                .include(benchmark.getName())
                .forks(1)
                .jvmArgsAppend("--add-modules", "jdk.incubator.vector")
                .warmupIterations(3)
                .warmupTime(TimeValue.seconds(2))
                .measurementIterations(3)
                .measurementTime(TimeValue.seconds(2))
                .verbosity(VerboseMode.SILENT);
    }

    /** A counter: per nanosecond, summed over threads, or of events their sum. */
    private static double score(RunResult result, String counter) {
        Result<?> secondary = result.getSecondaryResults().get(counter);
        return secondary.getScore();
    }
}
