package dev.touchstone.reference.llama;

import dev.touchstone.reference.kernel.Kernels;
import dev.touchstone.reference.kernel.MatrixProduct;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.math.Rounding;
import dev.touchstone.reference.tensor.LlamaConfig;
import java.util.Arrays;

/**
 * The feed-forward layer of a block: SwiGLU between two products, or the weighted sum of that of some experts, each of which computes the rows that go through
 * it together. A row's sum runs over its experts by number, so that it does not depend on the other rows.
 */
final class FeedForward {

    private final LlamaConfig config;
    private final Kernels kernels;
    private final Workers workers;
    private final Rounding rounding;
    private final MatrixProduct product;
    private final MatrixProduct exact;
    private final InputObserver observer;
    private Rows gathered = Rows.allocate(0, 1);
    private Rows computed = Rows.allocate(0, 1);
    private Rows routed = Rows.allocate(0, 1);

    /** @param product rounds each number of a result */
    FeedForward(Llama model, MatrixProduct product) {
        this.config = model.config();
        this.kernels = model.kernels();
        this.workers = model.workers();
        this.rounding = model.precision().activations();
        this.product = product;
        this.exact = new MatrixProduct(kernels, workers);
        this.observer = model.observer();
    }

    /** From the normed state to the projected one; the gates' and ups' memory is used in between. */
    void compute(int block, LayerWeights layer, Activations state) {
        PackedMatrix router = layer.router();
        if (router == null) {
            observer.observe(block, Site.GATE_UP, state.normed());
            inner(layer.feedForward().get(0), state.normed(), state.gateUp());
            observer.observe(block, Site.DOWN, state.gateUp());
            product.multiply(state.gateUp(), layer.feedForward().get(0).down(), state.projected());
        } else {
            route(router, state.normed());
            mix(layer, state);
        }
    }

    private void inner(FeedForwardWeights weights, Rows x, Rows gate) {
        product.multiply(x, weights.gateUp(), gate);
        Rows up = gate.from(weights.gateUp().firstColumn(1));
        workers.run(gate.count(), (row, worker) -> {
            kernels.swiglu(gate.slice(row, 1), up.slice(row, 1), config.feedForward());
            rounding.round(gate.data(), gate.at(row), config.feedForward());
        });
    }

    /** Weights of all experts [rows, experts], 0 of those that a row does not go through. */
    private void route(PackedMatrix router, Rows x) {
        if (routed.count() < x.count()) {
            routed = Rows.allocate(x.count(), router.columns());
            gathered = Rows.allocate(x.count(), x.stride());
            computed = Rows.allocate(x.count(), x.stride());
        }
        exact.multiply(x, router, routed.slice(0, x.count()));
        for (int row = 0; row < x.count(); row++) {
            kernels.softmax(routed.slice(row, 1), config.experts().count(), 1);
            choose(routed.data(), routed.at(row));
        }
    }

    /** Keeps the largest weights, of equal ones the first, and makes them sum to 1. */
    private void choose(float[] weights, int from) {
        int count = config.experts().count();
        boolean[] kept = new boolean[count];
        float sum = 0;
        for (int i = 0; i < config.experts().used(); i++) {
            int best = -1;
            for (int expert = 0; expert < count; expert++) {
                if (!kept[expert] && (best < 0 || weights[from + expert] > weights[from + best])) {
                    best = expert;
                }
            }
            kept[best] = true;
            sum += weights[from + best];
        }
        for (int expert = 0; expert < count; expert++) {
            weights[from + expert] = kept[expert] ? weights[from + expert] / sum : 0;
        }
    }

    private void mix(LayerWeights layer, Activations state) {
        Rows sum = state.projected();
        sum.clear(sum.stride());
        for (int expert = 0; expert < config.experts().count(); expert++) {
            int[] rows = gather(expert, state.normed());
            if (rows.length > 0) {
                FeedForwardWeights weights = layer.feedForward().get(expert);
                Rows gate = state.gateUp().slice(0, rows.length);
                Rows result = computed.slice(0, rows.length);
                inner(weights, gathered.slice(0, rows.length), gate);
                product.multiply(gate, weights.down(), result);
                add(expert, rows, result, sum);
            }
        }
        for (int row = 0; row < sum.count(); row++) {
            rounding.round(sum.data(), sum.at(row), config.width());
        }
    }

    /** Copies the rows that go through an expert side by side; their numbers. */
    private int[] gather(int expert, Rows x) {
        int[] rows = new int[x.count()];
        int count = 0;
        for (int row = 0; row < x.count(); row++) {
            if (routed.data()[routed.at(row) + expert] > 0) {
                System.arraycopy(x.data(), x.at(row), gathered.data(), gathered.at(count), x.stride());
                rows[count++] = row;
            }
        }
        return Arrays.copyOf(rows, count);
    }

    private void add(int expert, int[] rows, Rows result, Rows sum) {
        for (int i = 0; i < rows.length; i++) {
            float weight = routed.data()[routed.at(rows[i]) + expert];
            for (int n = 0; n < config.width(); n++) {
                sum.data()[sum.at(rows[i]) + n] += weight * result.data()[result.at(i) + n];
            }
        }
    }
}
