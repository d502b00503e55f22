package dev.touchstone.metrics.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CpythonRandomTest {

    /** {@code src/test/scripts/golden_random.py} wrote the values. */
    @Test
    void drawsWhatPythonDraws() throws IOException {
        List<String> rows = rows();
        assertThat(rows).hasSize(300);
        for (String row : rows) {
            String[] columns = row.split(",", -1);
            CpythonRandom random = new CpythonRandom(Long.parseLong(columns[0]));
            int n = Integer.parseInt(columns[1]);
            int k = Integer.parseInt(columns[2]);
            for (int i = 3; i < 6; i++) {
                assertThat(random.sample(n, k)).as(row).containsExactly(numbers(columns[i]));
            }
            assertThat(IntStream.generate(() -> random.below(n)).limit(3))
                    .as(row)
                    .containsExactly(boxed(columns[6]));
        }
    }

    /** lm-evaluation-harness 0.4.13, task gsm8k, {@code --num_fewshot 5}, the first four documents. */
    @Test
    void drawsTheShotsOfGsm8k() {
        CpythonRandom random = new CpythonRandom(1234);
        assertThat(random.sample(7473, 5)).containsExactly(6374, 3610, 957, 61, 742);
        assertThat(random.sample(7473, 5)).containsExactly(7462, 6610, 4769, 286, 5501);
        assertThat(random.sample(7473, 5)).containsExactly(5677, 687, 806, 6279, 2905);
        assertThat(random.sample(7473, 5)).containsExactly(1939, 142, 252, 6461, 129);
    }

    /** The same, task cola: one more than asked for. */
    @Test
    void drawsTheShotsOfCola() {
        CpythonRandom random = new CpythonRandom(1234);
        assertThat(random.sample(8551, 6)).containsExactly(7220, 1914, 122, 1485, 572, 1375);
        assertThat(random.sample(8551, 6)).containsExactly(1612, 5810, 3879, 285, 504, 259);
    }

    @Test
    void hasPythonsBits() {
        CpythonRandom random = new CpythonRandom(1234);
        assertThat(IntStream.generate(random::bits).limit(5).mapToLong(Integer::toUnsignedLong))
                .containsExactly(4150886329L, 3342196574L, 1892932127L, 501869158L, 32175636L);
    }

    @Test
    void moreThanThereAreAreRefused() {
        assertThatThrownBy(() -> new CpythonRandom(0).sample(3, 4))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("can't draw 4 of 3; legal: 0 to 3");
    }

    private static int[] numbers(String text) {
        return text.isEmpty()
                ? new int[0]
                : Stream.of(text.split(" ")).mapToInt(Integer::parseInt).toArray();
    }

    private static Integer[] boxed(String text) {
        return IntStream.of(numbers(text)).boxed().toArray(Integer[]::new);
    }

    private static List<String> rows() throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                CpythonRandomTest.class.getResourceAsStream("/dev/touchstone/metrics/random.csv"),
                StandardCharsets.UTF_8))) {
            return in.lines().filter(line -> !line.startsWith("#")).toList();
        }
    }
}
