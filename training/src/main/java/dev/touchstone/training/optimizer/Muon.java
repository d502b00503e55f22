package dev.touchstone.training.optimizer;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Muon (Keller Jordan and others, 2024, https://kellerjordan.github.io/posts/muon): Nesterov momentum, whose update is replaced by the nearest
 * orthogonal matrix, found by Newton-Schulz iterations. For a stack of matrices of one shape [n, rows, columns].
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Muon {

    private static final int ITERATIONS = 5;
    /** The published coefficients: they raise small singular values fast and leave all between 0.7 and 1.2. */
    private static final double A = 3.4445;

    private static final double B = -4.7750;
    private static final double C = 2.0315;
    private static final double EPSILON = 1e-7;

    private final NDArray parameter;
    private final NDArray momentum;
    private final NDArray scales;
    private final float beta;

    /**
     * An optimizer of one stack.
     *
     * @param parameter [n, rows, columns]
     * @param momentum of the same shape, changed by each step
     * @param scales how much each matrix of the stack moves [n]
     * @param beta share of the momentum that stays, such as 0.95
     */
    public Muon(NDArray parameter, NDArray momentum, float[] scales, double beta) {
        this.parameter = parameter;
        this.momentum = momentum;
        this.scales = parameter.getManager().create(scales, new Shape(scales.length, 1, 1));
        this.beta = (float) beta;
    }

    /** The momentum, to be saved. */
    public NDArray momentum() {
        return momentum;
    }

    /**
     * Moves the parameter against its gradient.
     *
     * @param rate how far, in units of an orthogonal matrix
     * @param weightDecay share of the weights that is taken off for each unit of {@code rate}
     * @param step keeps the arrays of the computation
     */
    public void step(double rate, double weightDecay, NDManager step) {
        NDArray gradient = parameter.getGradient();
        gradient.attach(step);
        gradient.muli(1 - beta);
        momentum.muli(beta).addi(gradient);
        NDArray mixed = momentum.mul(beta);
        mixed.attach(step);
        NDArray update = orthogonalized(mixed.addi(gradient)).muli(scales).muli(rate);
        if (weightDecay != 0) {
            parameter.muli(1 - rate * weightDecay);
        }
        parameter.subi(update);
    }

    /** The nearest orthogonal matrix of each matrix [n, rows, columns]; products are of the smaller size on both sides. */
    static NDArray orthogonalized(NDArray matrices) {
        boolean isTall = matrices.getShape().get(1) > matrices.getShape().get(2);
        NDArray x = matrices.div(matrices.norm(new int[] {1, 2}, true).add(EPSILON));
        for (int i = 0; i < ITERATIONS; i++) {
            NDArray transposed = x.transpose(0, 2, 1);
            NDArray gram = isTall ? transposed.batchMatMul(x) : x.batchMatMul(transposed);
            NDArray polynomial = gram.batchMatMul(gram).muli(C).addi(gram.mul(B));
            NDArray change = isTall ? x.batchMatMul(polynomial) : polynomial.batchMatMul(x);
            x = x.muli(A).addi(change);
        }
        return x;
    }
}
