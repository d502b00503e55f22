package dev.touchstone.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;

/** A row of a golden file, read from left to right. */
public final class GoldenRow {

    private final double[] numbers;
    private int next;

    private GoldenRow(double[] numbers) {
        this.numbers = numbers;
    }

    public static List<GoldenRow> of(String name, int count) throws IOException {
        List<double[]> rows = Golden.rows(name);
        assertThat(rows).hasSize(count);
        return rows.stream().map(GoldenRow::new).toList();
    }

    public double number() {
        return numbers[next++];
    }

    public int integer() {
        return (int) number();
    }

    public double[] numbers(int count) {
        next += count;
        return Arrays.copyOfRange(numbers, next - count, next);
    }

    /** Real numbers among the data, which the scripts write in units of 1/1024. */
    public double[] real(int count) {
        return Arrays.stream(numbers(count)).map(number -> number / 1024).toArray();
    }

    /** What is left. */
    public double[] rest() {
        return real(numbers.length - next);
    }

    public int[] integers(int count) {
        return Arrays.stream(numbers(count)).mapToInt(number -> (int) number).toArray();
    }

    public boolean[] flags(int count) {
        double[] ones = numbers(count);
        boolean[] flags = new boolean[count];
        for (int i = 0; i < count; i++) {
            flags[i] = ones[i] == 1;
        }
        return flags;
    }

    public double[][] matrix(int rows, int columns) {
        double[][] matrix = new double[rows][];
        Arrays.setAll(matrix, row -> real(columns));
        return matrix;
    }

    /** Equal within rounding: 1e-12 of the golden value, or 1e-15, by which a difference of two numbers near 1 is rounded. NaN wants null. */
    public static void assertClose(@Nullable Double actual, double golden) {
        if (Double.isNaN(golden)) {
            assertThat(actual).isNull();
        } else {
            assertThat(actual).isCloseTo(golden, within(Math.max(1e-15, 1e-12 * Math.abs(golden))));
        }
    }

    /** Data with a NaN are refused, and the message says which number it is. */
    public static void assertRefused(ThrowingCallable metric) {
        assertThatThrownBy(metric)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*\\d+ of \\d+.* is NaN; .*");
    }
}
