package dev.touchstone.metrics.regression;

import dev.touchstone.metrics.Estimate;
import dev.touchstone.metrics.Estimate.Interval;
import dev.touchstone.metrics.Inputs;
import dev.touchstone.metrics.Mean;
import dev.touchstone.metrics.Uncertainty;
import java.util.function.DoubleUnaryOperator;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * How far predicted numbers are from the gold ones. Call {@link #meanAbsolute} (MAE), {@link #meanSquared} (MSE) or {@link #rootMeanSquared}
 * (RMSE).
 *
 * <p>MAE and MSE are means over items and have the standard error and interval of {@link Mean}. RMSE is the root of MSE: its interval is the root of
 * that interval (0 where that is negative) and its standard error, by the delta method, that of MSE over 2 RMSE.
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class RegressionError {

    private RegressionError() {}

    /**
     * Mean of |predicted - gold|, in the unit of the items.
     *
     * @param gold [items] right numbers
     * @param predicted [items] predicted numbers
     */
    public static Estimate meanAbsolute(double[] gold, double[] predicted) {
        return Mean.of(errors(gold, predicted, Math::abs));
    }

    /** Mean of (predicted - gold)^2, in the squared unit of the items. */
    public static Estimate meanSquared(double[] gold, double[] predicted) {
        return Mean.of(errors(gold, predicted, error -> error * error));
    }

    /** Root of the mean of (predicted - gold)^2, in the unit of the items. */
    public static Estimate rootMeanSquared(double[] gold, double[] predicted) {
        Estimate squared = meanSquared(gold, predicted);
        if (squared.value() == null) {
            return squared;
        }
        double value = Math.sqrt(squared.value());
        if (squared.standardError() == null || squared.interval95() == null) {
            return Uncertainty.valueOnly(value, squared.n(), String.valueOf(squared.undefined()));
        }
        if (value == 0) {
            return Uncertainty.valueOnly(
                    0, squared.n(), "the standard error and the interval are undefined: every prediction is exact");
        }
        Interval interval = new Interval(
                Math.sqrt(Math.max(0, squared.interval95().low())),
                Math.sqrt(squared.interval95().high()));
        return Estimate.of(value, squared.standardError() / (2 * value), interval, squared.n());
    }

    private static double[] errors(double[] gold, double[] predicted, DoubleUnaryOperator loss) {
        Inputs.requireSameLength("gold", gold.length, "predicted", predicted.length);
        Inputs.requireFinite("gold", gold);
        Inputs.requireFinite("predicted", predicted);
        double[] errors = new double[gold.length];
        for (int i = 0; i < errors.length; i++) {
            errors[i] = loss.applyAsDouble(predicted[i] - gold[i]);
        }
        return errors;
    }
}
