package dev.touchstone.reference.quantization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.MemoryTensor;
import dev.touchstone.reference.kernel.PackedMatrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrecisionTest {

    private static final String LEGAL =
            "legal: native, fp32, fp32-kv16, fp16, bf16, fp8-e4m3, fp8-e5m2, int8, int8-asym, int8-static,"
                    + " smoothquant-int8, w8a16, int4, int4-asym, gptq-int4, awq-int4, int2, ternary, nf4, nf4-dq, sparse-2:4, sparse-P and channel-P with P from 1 to 99";

    @ParameterizedTest
    @ValueSource(strings = {"int3", "INT8", "sparse-0", "sparse-100", "sparse-P", "channel-2:4", ""})
    void anUnknownPrecisionListsTheLegalOnes(String name) {
        assertThatThrownBy(() -> Precision.of(name))
                .isInstanceOf(ModelException.class)
                .hasMessage("unknown precision '" + name + "'; " + LEGAL);
    }

    @Test
    void percentagesArePartOfTheName() {
        assertThat(Precision.of("channel-7").prunedChannels()).isEqualTo(7);
        assertThat(Precision.of("sparse-50").weights()).isEqualTo(new SparseForm(new MagnitudePruning(50)));
    }

    /** Of 1024 columns and 1024 rows, so that nothing is padding: codes, scales of fp32, zero points of a byte. */
    @ParameterizedTest
    @CsvSource({
        "fp32, 32",
        "fp16, 16",
        "bf16, 16",
        "fp8-e4m3, 8.03125",
        "int8, 8.03125",
        "int8-asym, 8.0390625",
        "int4, 4.25",
        "int4-asym, 4.3125",
        "int2, 2.625",
        "ternary, 2.03125",
        "nf4, 4.5",
        "nf4-dq, 4.127",
        "sparse-50, 17",
        "sparse-2:4, 17"
    })
    void bitsOfAWeightAreMeasuredOnWhatIsHeld(String precision, double bits) {
        MemoryTensor tensor = new MemoryTensor("w", 1024, 1024, Matrices.normal(9, 1024 * 1024));
        assertThat(8.0 * Matrices.pack(precision, tensor).bytes() / (1024 * 1024))
                .isCloseTo(bits, within(0.0005));
    }

    /** Products of weights that are not codes are chains of fused multiply-adds, whatever unpacks them. */
    @ParameterizedTest
    @ValueSource(
            strings = {"fp16", "bf16", "w8a16", "int4", "int4-asym", "int2", "nf4", "nf4-dq", "sparse-30", "sparse-2:4"
            })
    void productsAreChainsOverTheHeldWeights(String precision) {
        int rows = 45;
        int columns = 333;
        MemoryTensor tensor = new MemoryTensor("w", rows, columns, Matrices.normal(21, rows * columns));
        float[] held = Matrices.weights(precision, tensor);
        PackedMatrix packed = Matrices.pack(precision, tensor);
        for (int tokens : new int[] {1, 2, 9, 70}) {
            float[] x = Matrices.normal(22, tokens * columns);
            float[] expected = chains(x, held, tokens, rows);
            assertThat(Matrices.product(packed, rows, x, Simd.AUTO, 2)).containsExactly(expected);
            assertThat(Matrices.product(packed, rows, x, Simd.SCALAR, 1)).containsExactly(expected);
        }
    }

    private static float[] chains(float[] x, float[] held, int tokens, int rows) {
        int columns = held.length / rows;
        float[] y = new float[tokens * rows];
        for (int token = 0; token < tokens; token++) {
            for (int row = 0; row < rows; row++) {
                float sum = 0;
                for (int k = 0; k < columns; k++) {
                    sum = Math.fma(x[token * columns + k], held[row * columns + k], sum);
                }
                y[token * rows + row] = sum;
            }
        }
        return y;
    }
}
