package dev.touchstone.reference.quantization;

import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * What a calibration text showed of the inputs of some layers, computed in fp32. It depends on the rows and their order only. For one thread.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class InputStatistics {

    /** Rows kept to measure a layer's output error with; more hardly change which scales are best. */
    private static final int SAMPLES = 256;

    /** Inputs whose sums with all others one thread adds to: of 1024 inputs they take 256 KiB. */
    private static final int INPUTS_PER_TASK = 32;

    private final int width;
    private final int step;
    private final float[] largest;
    private final double[] sums;
    private final double[] products;
    private final float[] samples;
    private int sampled;
    private long rows;

    /**
     * Of no rows yet.
     *
     * @param width numbers of a row
     * @param expected about how many rows will be shown, of which a few, evenly spread, are kept
     * @param products whether the products of each two inputs are summed, which takes width x width numbers
     */
    public InputStatistics(int width, int expected, boolean products) {
        this.width = width;
        this.step = Math.max(1, expected / SAMPLES);
        this.largest = new float[width];
        this.sums = new double[width];
        this.products = new double[products ? Math.multiplyExact(width, width) : 0];
        this.samples = new float[Math.multiplyExact(SAMPLES, width)];
    }

    /** Takes in rows of {@code width} numbers, some hundred at most. */
    public void observe(Rows x, Workers workers) {
        for (int row = 0; row < x.count(); row++) {
            for (int i = 0; i < width; i++) {
                float magnitude = Math.abs(x.data()[x.at(row) + i]);
                largest[i] = Math.max(largest[i], magnitude);
                sums[i] += magnitude;
            }
            keep(x, row);
        }
        if (products.length > 0) {
            addProducts(x, workers);
        }
    }

    private void keep(Rows x, int row) {
        if (rows++ % step == 0 && sampled < SAMPLES) {
            System.arraycopy(x.data(), x.at(row), samples, sampled++ * width, width);
        }
    }

    /** Of two numbers in fp32 the product is exact in double. Some neighbouring inputs for all rows at a time, while their sums are near the core. */
    private void addProducts(Rows x, Workers workers) {
        int tasks = (width + INPUTS_PER_TASK - 1) / INPUTS_PER_TASK;
        workers.run(tasks, (task, worker) -> {
            int from = task * INPUTS_PER_TASK;
            int to = Math.min(width, from + INPUTS_PER_TASK);
            for (int row = 0; row < x.count(); row++) {
                for (int i = from; i < to; i++) {
                    add(x.data()[x.at(row) + i], x.data(), x.at(row), i * width);
                }
            }
        });
    }

    private void add(double factor, float[] x, int from, int to) {
        for (int j = 0; j < width; j++) {
            products[to + j] += factor * x[from + j];
        }
    }

    /** Bytes that they take. */
    public long bytes() {
        return (long) Double.BYTES * (products.length + width) + (long) Float.BYTES * (samples.length + width);
    }

    /** Numbers of a row. */
    int width() {
        return width;
    }

    /** The largest absolute value of each input. */
    float[] largest() {
        return largest;
    }

    /** The mean absolute value of each input. */
    double[] means() {
        double[] means = new double[width];
        for (int i = 0; i < width; i++) {
            means[i] = sums[i] / Math.max(1, rows);
        }
        return means;
    }

    /** Sums of x[i] x[j] over all rows [width, width]; empty if they were not asked for. */
    double[] products() {
        return products;
    }

    /** Some of the rows. */
    Rows samples() {
        return new Rows(samples, 0, width, sampled);
    }
}
