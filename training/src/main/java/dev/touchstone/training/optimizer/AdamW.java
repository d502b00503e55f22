package dev.touchstone.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * AdamW (arXiv 1711.05101) for one array.
 *
 * <p>Of an embedding that is the output matrix too, updates are centred: their mean over all tokens is taken off. Each step pushes the tokens that
 * do not come away from what was predicted; their gradients are tiny, but Adam gives each the length of any other, so that all tokens would drift
 * the same way and become alike (arXiv 2502.08441). A common shift changes no probability.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class AdamW {

    private static final double BETA1 = 0.9;
    private static final double BETA2 = 0.95;
    private static final double EPSILON = 1e-8;

    private final NDArray parameter;
    private final NDArray mean;
    private final NDArray square;
    private final boolean isCentred;

    /**
     * An optimizer of one array.
     *
     * @param mean running mean of the gradient, of the parameter's shape, changed by each step
     * @param square running mean of the squared gradient
     * @param isCentred whether the mean of the rows' updates is taken off
     */
    public AdamW(NDArray parameter, NDArray mean, NDArray square, boolean isCentred) {
        this.parameter = parameter;
        this.mean = mean;
        this.square = square;
        this.isCentred = isCentred;
    }

    /** Running mean of the gradient, to be saved. */
    public NDArray mean() {
        return mean;
    }

    /** Running mean of the squared gradient, to be saved. */
    public NDArray square() {
        return square;
    }

    /**
     * Moves the parameter against its gradient.
     *
     * @param rate how far
     * @param weightDecay share of the weights that is taken off for each unit of {@code rate}
     * @param number 1 for the first step
     * @param step keeps the arrays of the computation
     */
    public void step(double rate, double weightDecay, long number, NDManager step) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(step);
        mean.muli(BETA1).addi(gradient.mul(1 - BETA1));
        square.muli(BETA2).addi(gradient.square().muli(1 - BETA2));
        double correction = Math.sqrt(1 - Math.pow(BETA2, number));
        NDArray root = square.sqrt();
        root.attach(step);
        root.divi(correction).addi(EPSILON);
        NDArray update = mean.div(root);
        update.attach(step);
        if (isCentred) {
            update.subi(update.mean(new int[] {0}, true));
        }
        if (weightDecay != 0) {
            parameter.muli(1 - rate * weightDecay);
        }
        parameter.subi(update.muli(rate / (1 - Math.pow(BETA1, number))));
    }
}
