package dev.touchstone.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/** Reads the files that the scripts in {@code src/test/scripts} wrote: origin, header, then rows of numbers. */
public final class Golden {

    private Golden() {}

    public static List<double[]> rows(String name) throws IOException {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Golden.class.getResourceAsStream(name), name), StandardCharsets.UTF_8))) {
            return reader.lines().skip(2).map(Golden::numbers).toList();
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
