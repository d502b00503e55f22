package dev.touchstone.reference.gguf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.reference.tensor.MappedFile;
import dev.touchstone.reference.tensor.StoredTensor;
import dev.touchstone.reference.tensor.StoredType;
import dev.touchstone.reference.tensor.TensorExtent;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Golden values: random blocks decoded by the Python package gguf 0.19.0; see src/test/scripts/gguf_fixtures.py. */
class StoredTypesTest {

    private static final int ROWS = 5;

    @ParameterizedTest
    @EnumSource(StoredType.class)
    void decodesToTheBitsOfTheReferenceImplementation(StoredType type) throws IOException {
        Path file = fixture();
        GgufTensor tensor = Objects.requireNonNull(GgufFile.open(file).tensors().get("random." + type));
        assertThat(tensor.type()).isEqualTo(type.name());
        assertThat(tensor.dimensions()).containsExactly((long) columns(type), (long) ROWS);
        float[] values = new float[ROWS * columns(type)];
        try (MappedFile mapped = MappedFile.open(file)) {
            TensorExtent extent = new TensorExtent("x", "x", type, ROWS, columns(type), tensor.offset());
            StoredTensor.map(mapped, extent).read(0, ROWS, values, 0);
        }
        assertThat(bits(values)).containsExactly(bits(expected(type)));
    }

    private static int columns(StoredType type) {
        return Math.max(96, type.blockWeights());
    }

    static Path fixture() {
        try {
            return Path.of(Objects.requireNonNull(StoredTypesTest.class.getResource("stored-types.gguf"))
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static float[] expected(StoredType type) throws IOException {
        try (InputStream in = Objects.requireNonNull(StoredTypesTest.class.getResourceAsStream("stored-types.f32"))) {
            int before = 0;
            for (int i = 0; i < type.ordinal(); i++) {
                before += ROWS * columns(StoredType.values()[i]);
            }
            float[] values = new float[ROWS * columns(type)];
            ByteBuffer.wrap(in.readAllBytes())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(before, values);
            return values;
        }
    }

    /** Bits, so that the two zeros differ. */
    private static int[] bits(float[] values) {
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToRawIntBits(values[i]);
        }
        return bits;
    }
}
