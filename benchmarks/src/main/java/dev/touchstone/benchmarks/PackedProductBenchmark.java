package dev.touchstone.benchmarks;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.KernelChoice;
import dev.touchstone.reference.kernel.MatrixProduct;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import java.util.List;
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

/** Products of activations with packed weights at the shapes of SmolLM2-135M, on all cores. */
@API(status = Status.INTERNAL, since = "0.1")
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PackedProductBenchmark {

    /** Inputs x outputs: queries, keys and values; attention's output; gate and up; down; logits. */
    @Param({"576x960", "576x576", "576x3072", "1536x576", "576x49152"})
    public String shape = "";

    /** Positions computed together. */
    @Param({"1", "16", "256"})
    public int rows;

    private Workers workers;
    private MatrixProduct product;
    private PackedMatrix weights;
    private Rows x;
    private Rows y;

    /** Makes seeded random operands. */
    @Setup(Level.Trial)
    public void makeOperands() {
        String[] sizes = shape.split("x");
        int depth = Integer.parseInt(sizes[0]);
        workers = new Workers(Runtime.getRuntime().availableProcessors());
        product = new MatrixProduct(KernelChoice.of(Simd.AUTO), workers);
        weights = PackedMatrix.pack(List.of(new RandomTensor(Integer.parseInt(sizes[1]), depth)), workers);
        x = Rows.allocate(rows, depth);
        y = Rows.allocate(rows, weights.columns());
        Random random = new Random(1);
        for (int i = 0; i < x.data().length; i++) {
            x.data()[i] = random.nextFloat() - 0.5f;
        }
    }

    /** Ends the threads. */
    @TearDown(Level.Trial)
    public void close() {
        workers.close();
    }

    /** One product. */
    @Benchmark
    public float[] multiply(Operations operations) {
        product.multiply(x, weights, y);
        operations.flops += 2.0 * rows * weights.depth() * weights.columns();
        return y.data();
    }
}
