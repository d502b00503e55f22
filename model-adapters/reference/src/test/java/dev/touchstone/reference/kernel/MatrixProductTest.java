package dev.touchstone.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MatrixProductTest {

    private static final int DEPTH = 13;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5})
    void packedLayersGiveTheChainOfFusedMultiplyAdds(int threads) {
        MemoryTensor first = MemoryTensor.random("first", 33, DEPTH, 1);
        MemoryTensor second = MemoryTensor.random("second", 207, DEPTH, 2);
        Rows x = new Rows(KernelCase.numbers(130 * DEPTH, 3), 0, DEPTH, 130);
        try (Workers workers = new Workers(threads)) {
            PackedMatrix matrix = PackedMatrix.pack(List.of(first, second), workers);
            Rows y = Rows.allocate(130, matrix.columns());
            Arrays.fill(y.data(), Float.NaN);
            new MatrixProduct(KernelChoice.of(Simd.AUTO), workers).multiply(x, matrix, y);
            for (int row = 0; row < 130; row++) {
                assertThat(outputs(y, row, matrix.firstColumn(0), 33)).containsExactly(chain(x, row, first));
                assertThat(outputs(y, row, matrix.firstColumn(1), 207)).containsExactly(chain(x, row, second));
            }
        }
    }

    private static float[] outputs(Rows y, int row, int column, int count) {
        return Arrays.copyOfRange(y.data(), y.at(row) + column, y.at(row) + column + count);
    }

    private static float[] chain(Rows x, int row, Tensor weights) {
        float[] outputs = new float[weights.rows()];
        float[] weight = new float[DEPTH];
        for (int n = 0; n < outputs.length; n++) {
            weights.read(n, 1, weight, 0);
            for (int k = 0; k < DEPTH; k++) {
                outputs[n] = Math.fma(x.data()[x.at(row) + k], weight[k], outputs[n]);
            }
        }
        return outputs;
    }
}
