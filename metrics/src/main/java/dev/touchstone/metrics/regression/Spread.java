package dev.touchstone.metrics.regression;

/** Mean and spread of numbers. */
final class Spread {

    private Spread() {}

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    /** Compared with each other and not with the mean, which may be rounded. True for none. */
    static boolean isConstant(double[] values) {
        for (double value : values) {
            if (value != values[0]) {
                return false;
            }
        }
        return true;
    }
}
