package dev.touchstone.run.logits;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ScoredPosition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptLogitsTest {

    private static final int VOCABULARY = 5;
    private static final int ROW_BYTES = VOCABULARY * Float.BYTES;

    @TempDir
    Path folder;

    @Test
    void withEnoughRoomEveryPositionIsKept() {
        KeptLogits logits = kept(1, 100);
        fill(logits, "i0", 40);
        assertThat(item(logits, "i0").rows()).hasSize(40);
        assertFirstLogits(logits, "i0", 17);
    }

    @Test
    void aLongTextKeepsEverySecondOrFourthPosition() throws IOException {
        KeptLogits logits = kept(1, 10);
        fill(logits, "i0", 40);
        assertThat(item(logits, "i0").rows().keySet()).containsExactly(0, 4, 8, 12, 16, 20, 24, 28, 32, 36);
        item(logits, "i0").rows().keySet().forEach(number -> assertFirstLogits(logits, "i0", number));
        assertThat(Files.size(folder.resolve("x.f32"))).isLessThanOrEqualTo(11 * ROW_BYTES);
    }

    @Test
    void itemsShareTheRoomEvenly() {
        KeptLogits logits = kept(3, 10);
        for (String id : new String[] {"i0", "i1", "i2"}) {
            fill(logits, id, 7);
        }
        assertThat(item(logits, "i2").rows().keySet()).containsExactly(0, 4);
    }

    @Test
    void ofMoreItemsThanRowsSomeAtEqualDistancesAreKept() {
        KeptLogits logits = kept(12, 4);
        for (int i = 0; i < 12; i++) {
            fill(logits, "i" + i, 1);
        }
        for (int i = 0; i < 12; i++) {
            assertThat(item(logits, "i" + i).rows()).as("item %d", i).hasSize(i % 3 == 2 ? 1 : 0);
        }
    }

    @Test
    void anItemThatBeginsAgainStartsFromNothing() {
        KeptLogits logits = kept(1, 10);
        fill(logits, "i0", 7);
        logits.begin("i0");
        fill(logits, "i0", 3);
        assertThat(item(logits, "i0").rows()).hasSize(3);
        assertFirstLogits(logits, "i0", 2);
    }

    private KeptLogits kept(int items, int rows) {
        Map<String, Integer> places = new HashMap<>();
        for (int i = 0; i < items; i++) {
            places.put("i" + i, i);
        }
        return new KeptLogits(folder.resolve("x.f32"), places, (long) rows * ROW_BYTES);
    }

    private static void fill(KeptLogits logits, String item, int positions) {
        for (int i = 0; i < positions; i++) {
            logits.add(item, true, new Position(i));
        }
    }

    private static KeptItem item(KeptLogits logits, String id) {
        return Objects.requireNonNull(logits.item(id));
    }

    private static void assertFirstLogits(KeptLogits logits, String id, int number) {
        float[] row = new float[VOCABULARY];
        logits.read(Objects.requireNonNull(item(logits, id).row(number)), row);
        assertThat(row).containsExactly(number, 1, 2, 3, 4);
    }

    private record Position(int number) implements ScoredPosition {

        @Override
        public long prefix() {
            return number;
        }

        @Override
        public int token() {
            return 0;
        }

        @Override
        public int vocabulary() {
            return VOCABULARY;
        }

        @Override
        public void logits(float[] target) {
            for (int i = 0; i < VOCABULARY; i++) {
                target[i] = i == 0 ? number : i;
            }
        }
    }
}
