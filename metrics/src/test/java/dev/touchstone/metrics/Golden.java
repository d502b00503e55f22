package dev.touchstone.metrics;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/** Reads the files that the scripts in {@code src/test/scripts} wrote: origin, header, then rows of numbers. */
public final class Golden {

    private Golden() {}

    public static List<double[]> rows(String name) throws IOException {
        InputStream stored = Objects.requireNonNull(Golden.class.getResourceAsStream(name), name);
        try (InputStream in = name.endsWith(".gz") ? new GZIPInputStream(stored) : stored;
                BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return reader.lines().skip(2).map(Golden::numbers).toList();
        }
    }

    private static double[] numbers(String line) {
        return Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray();
    }
}
