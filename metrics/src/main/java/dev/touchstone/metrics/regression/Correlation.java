package dev.touchstone.metrics.regression;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Inputs;
import dev.touchstone.metrics.Ranks;
import dev.touchstone.metrics.Uncertainty;
import java.util.function.ToDoubleBiFunction;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether two numbers of the same items go together, from -1 to 1. Call {@link #pearson}, {@link #spearman} or {@link #kendall}.
 *
 * <p>All three have their interval on Fisher's scale z = atanh(r), where the standard error is
 *
 * <ul>
 *   <li>Pearson: 1 / sqrt(n - 3) (Fisher, Metron 1, 1921)
 *   <li>Spearman: sqrt((1 + r^2 / 2) / (n - 3)) (Bonett, Wright, "Sample size requirements for estimating Pearson, Kendall and Spearman
 *       correlations", Psychometrika 65, 2000)
 *   <li>Kendall: sqrt(0.437 / (n - 4)) (Fieller, Hartley, Pearson, Biometrika 44, 1957; same paper by Bonett and Wright)
 * </ul>
 *
 * <p>The standard error of r is that times (1 - r^2), by the delta method. Undefined when one of the numbers is the same for all items. Standard error
 * and interval are undefined for fewer than 4 items (Kendall 5) and for r of exactly 1 and -1. Kendall's holds for up to about 0.8 and few ties.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class Correlation {

    private Correlation() {}

    /**
     * Along a straight line.
     *
     * @param x [items] finite numbers
     * @param y [items] finite numbers
     */
    public static Estimate pearson(double[] x, double[] y) {
        return estimate(x, y, Correlation::product, 3, 1, 0);
    }

    /** Pearson's of the ranks, ties with their mean rank. */
    public static Estimate spearman(double[] x, double[] y) {
        return estimate(x, y, (a, b) -> product(Ranks.mid(a), Ranks.mid(b)), 3, 1, 0.5);
    }

    /** Kendall's tau-b: pairs in the same order less pairs in opposite order, corrected for ties (Kendall, Biometrika 33, 1945). */
    public static Estimate kendall(double[] x, double[] y) {
        return estimate(x, y, KendallTau::of, 4, 0.437, 0);
    }

    /** The variance of atanh(r) is (numerator + slope r^2) / (n - lost). */
    private static Estimate estimate(
            double[] x,
            double[] y,
            ToDoubleBiFunction<double[], double[]> correlation,
            int lost,
            double numerator,
            double slope) {
        Inputs.requireSameLength("x", x.length, "y", y.length);
        Inputs.requireFinite("x", x);
        Inputs.requireFinite("y", y);
        int n = x.length;
        if (Spread.isConstant(x) || Spread.isConstant(y)) {
            return Estimate.undefined(n, whyUndefined(x, n));
        }
        double r = rounded(correlation.applyAsDouble(x, y));
        if (n <= lost || Math.abs(r) == 1) {
            return Uncertainty.valueOnly(
                    r,
                    n,
                    "the standard error and the interval are undefined: "
                            + (n <= lost ? "they need at least " + (lost + 1) + " items" : "the agreement is perfect"));
        }
        return fisher(r, Math.sqrt((numerator + slope * r * r) / (n - lost)), n);
    }

    /** What is perfect but for rounding is perfect. */
    private static double rounded(double r) {
        return Math.abs(r) > 1 - 1e-12 ? Math.signum(r) : r;
    }

    private static String whyUndefined(double[] x, int n) {
        return switch (n) {
            case 0 -> "no item was evaluated";
            case 1 -> "the correlation is undefined: one item has no spread";
            default -> "the correlation is undefined: all " + (Spread.isConstant(x) ? "x" : "y") + " are equal";
        };
    }

    private static Estimate fisher(double r, double errorOfZ, int n) {
        double z = (StrictMath.log1p(r) - StrictMath.log1p(-r)) / 2;
        double half = Uncertainty.Z95 * errorOfZ;
        Interval interval = new Interval(StrictMath.tanh(z - half), StrictMath.tanh(z + half));
        return Estimate.of(r, errorOfZ * (1 - r * r), interval, n);
    }

    private static double product(double[] x, double[] y) {
        double meanX = Spread.mean(x);
        double meanY = Spread.mean(y);
        double xx = 0;
        double yy = 0;
        double xy = 0;
        for (int i = 0; i < x.length; i++) {
            xx += (x[i] - meanX) * (x[i] - meanX);
            yy += (y[i] - meanY) * (y[i] - meanY);
            xy += (x[i] - meanX) * (y[i] - meanY);
        }
        return xy / (Math.sqrt(xx) * Math.sqrt(yy));
    }
}
