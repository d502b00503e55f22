package dev.touchstone.reference.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.testing.StoredBytes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StoredTensorTest {

    private static final int ROWS = 7;
    private static final int COLUMNS = 256;
    private static final int SKIPPED_BYTES = 3;

    @TempDir
    Path folder;

    private MappedFile file;

    @BeforeEach
    void writeFile() throws IOException {
        file = MappedFile.open(Files.write(folder.resolve("w"), new byte[SKIPPED_BYTES + 4 * ROWS * COLUMNS]));
    }

    @AfterEach
    void closeFile() {
        file.close();
    }

    @ParameterizedTest
    @EnumSource(StoredType.class)
    void readsAnyRowsFromAnyChunks(StoredType type) throws IOException {
        write(type);
        float[] whole = read(tensor(type, Integer.MAX_VALUE), 0, ROWS);
        for (int chunkRows = 1; chunkRows <= ROWS; chunkRows++) {
            Tensor chunked = tensor(type, (int) type.bytes(COLUMNS) * chunkRows);
            for (int row = 0; row < ROWS; row++) {
                float[] rest = read(chunked, row, ROWS - row);
                assertThat(rest).containsExactly(Arrays.copyOfRange(whole, row * COLUMNS, whole.length));
            }
        }
    }

    @Test
    void readsMoreWeightsThanOnePieceHolds() throws IOException {
        float[] values = random(3000 * 33);
        Path large = Files.write(folder.resolve("large"), StoredBytes.encode("F32", values));
        try (MappedFile mapped = MappedFile.open(large)) {
            Tensor tensor = StoredTensor.map(mapped, new TensorExtent("x", "x", StoredType.F32, 3000, 33, 0));
            assertThat(read(tensor, 0, 3000)).containsExactly(values);
        }
    }

    @Test
    void writesNothingBesideTheRowsAskedFor() throws IOException {
        write(StoredType.F32);
        float[] into = new float[3 * COLUMNS];
        tensor(StoredType.F32, Integer.MAX_VALUE).read(2, 1, into, COLUMNS);
        assertThat(Arrays.copyOfRange(into, 0, COLUMNS)).containsOnly(0);
        assertThat(Arrays.copyOfRange(into, 2 * COLUMNS, 3 * COLUMNS)).containsOnly(0);
        assertThat(Arrays.copyOfRange(into, COLUMNS, 2 * COLUMNS)).doesNotContain(0);
    }

    @Test
    void readsTheSameBitsFromManyThreads() throws IOException {
        write(StoredType.Q4_1);
        Tensor tensor = tensor(StoredType.Q4_1, Integer.MAX_VALUE);
        float[] whole = read(tensor, 0, ROWS);
        boolean allEqual = IntStream.range(0, 2000)
                .parallel()
                .allMatch(i -> Arrays.equals(
                        read(tensor, i % ROWS, 1),
                        Arrays.copyOfRange(whole, i % ROWS * COLUMNS, (i % ROWS + 1) * COLUMNS)));
        assertThat(allEqual).isTrue();
    }

    @Test
    void saysItsNameTypeAndShape() {
        Tensor tensor = tensor(StoredType.Q4_0, Integer.MAX_VALUE);
        assertThat(tensor.name()).isEqualTo("blk.0.attn_q.weight");
        assertThat(tensor.type()).isEqualTo("Q4_0");
        assertThat(tensor.rows()).isEqualTo(ROWS);
        assertThat(tensor.columns()).isEqualTo(COLUMNS);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, ROWS})
    void refusesRowsThatItDoesNotHave(int row) {
        Tensor tensor = tensor(StoredType.F32, Integer.MAX_VALUE);
        assertThatThrownBy(() -> tensor.read(row, 1, new float[COLUMNS], 0))
                .isInstanceOf(IndexOutOfBoundsException.class);
    }

    @Test
    void refusesAnArrayThatIsTooSmall() {
        Tensor tensor = tensor(StoredType.F32, Integer.MAX_VALUE);
        assertThatThrownBy(() -> tensor.read(0, 2, new float[2 * COLUMNS], 1))
                .isInstanceOf(IndexOutOfBoundsException.class)
                .hasMessage(
                        "2 rows of 'blk.0.attn_q.weight' are 512 floats, but the array has 512 and they start at 1");
    }

    @Test
    void refusesToReadAClosedFile() {
        Tensor tensor = tensor(StoredType.F32, Integer.MAX_VALUE);
        file.close();
        assertThatThrownBy(() -> tensor.read(0, 1, new float[COLUMNS], 0))
                .isInstanceOf(ModelException.class)
                .hasMessage(file.path() + " was closed; open the model again to read its weights");
    }

    private void write(StoredType type) throws IOException {
        byte[] stored = new byte[(int) type.bytes((long) ROWS * COLUMNS)];
        new Random(12).nextBytes(stored);
        byte[] bytes = new byte[SKIPPED_BYTES + stored.length];
        System.arraycopy(stored, 0, bytes, SKIPPED_BYTES, stored.length);
        Path path = Files.write(folder.resolve(type.name()), bytes);
        file.close();
        file = MappedFile.open(path);
    }

    private Tensor tensor(StoredType type, int chunkBytes) {
        TensorExtent extent = new TensorExtent("blk.0.attn_q.weight", "q", type, ROWS, COLUMNS, SKIPPED_BYTES);
        return StoredTensor.map(file, extent, chunkBytes);
    }

    private static float[] read(Tensor tensor, int row, int count) {
        float[] into = new float[count * tensor.columns()];
        tensor.read(row, count, into, 0);
        return into;
    }

    private static float[] random(int count) {
        Random random = new Random(11);
        float[] values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = (float) random.nextGaussian();
        }
        return values;
    }
}
