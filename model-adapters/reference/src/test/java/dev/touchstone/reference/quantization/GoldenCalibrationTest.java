package dev.touchstone.reference.quantization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.KernelChoice;
import dev.touchstone.reference.kernel.MemoryTensor;
import dev.touchstone.reference.kernel.PackedMatrix;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.kernel.WeightForm;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.quantization.Calibration.Team;
import dev.touchstone.reference.quantization.Calibration.Tied;
import dev.touchstone.reference.tensor.Tensor;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bit for bit the numbers of NumPy: calibrated.csv, by src/test/scripts/calibration_golden.py; its first line names the versions. */
class GoldenCalibrationTest {

    private static final int OUTPUTS = 37;
    private static final int WIDTH = 300;
    private static final int TOKENS = 333;

    /** No divisor of the number of tokens, so that portions differ. */
    private static final int PORTION = 200;

    @ParameterizedTest
    @MethodSource("golden")
    void numbersAreThoseOfAnIndependentImplementation(GoldenLine golden) {
        golden.assertEqualTo(actual(golden, Simd.AUTO, 2));
    }

    @ParameterizedTest
    @MethodSource("golden")
    void scalarKernelsOnOneThreadGiveThemToo(GoldenLine golden) {
        golden.assertEqualTo(actual(golden, Simd.SCALAR, 1));
    }

    static List<GoldenLine> golden() throws IOException {
        return GoldenLine.read("calibrated.csv");
    }

    private static float[] actual(GoldenLine golden, Simd simd, int threads) {
        try (Workers workers = new Workers(threads)) {
            Team team = new Team(KernelChoice.of(simd), workers);
            Precision precision = Precision.of(golden.precision());
            Calibration method = Objects.requireNonNull(precision.calibration());
            InputStatistics inputs = inputs(method, team);
            float[] factors = method.factors(inputs, layers(), Tied.NOT, team);
            WeightForm form = Objects.requireNonNullElse(method.form(inputs), precision.weights());
            switch (golden.what()) {
                case "factors":
                    return Objects.requireNonNull(factors);
                case "product":
                    PackedMatrix packed = PackedMatrix.pack(List.of(layers().get(0)), form, workers);
                    return Matrices.product(packed, OUTPUTS, times(Matrices.normal(54, 3 * WIDTH), 60), simd, threads);
                default:
                    Tensor layer = layers().get(Integer.parseInt(golden.what().substring("weights ".length())));
                    return held(new ScaledTensor(layer, factors, null), form, workers);
            }
        }
    }

    private static float[] held(Tensor tensor, WeightForm form, Workers workers) {
        PackedMatrix packed = PackedMatrix.pack(List.of(tensor), form, workers);
        float[] weights = new float[tensor.rows() * WIDTH];
        for (int row = 0; row < tensor.rows(); row++) {
            packed.read(row, weights, row * WIDTH);
        }
        return weights;
    }

    private static InputStatistics inputs(Calibration method, Team team) {
        float[] x = Matrices.normal(51, TOKENS * WIDTH);
        for (int i = 0; i < x.length; i++) {
            int channel = i % WIDTH;
            int strong = channel == 17 ? 30 : channel == 200 ? 25 : 1;
            x[i] = channel == 44 ? 0 : x[i] * (1 + channel % 7) * strong;
        }
        InputStatistics inputs = new InputStatistics(WIDTH, TOKENS, method.needsProducts());
        for (int row = 0; row < TOKENS; row += PORTION) {
            Rows rows = new Rows(x, row * WIDTH, WIDTH, Math.min(PORTION, TOKENS - row));
            inputs.observe(rows, team.workers());
        }
        return inputs;
    }

    private static List<Tensor> layers() {
        return List.of(
                new MemoryTensor("large", OUTPUTS, WIDTH, times(Matrices.normal(52, OUTPUTS * WIDTH), 0.05f)),
                new MemoryTensor("small", 11, WIDTH, times(Matrices.normal(53, 11 * WIDTH), 0.03f)));
    }

    private static float[] times(float[] numbers, float factor) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] *= factor;
        }
        return numbers;
    }

    /** What the methods are for: less error of the outputs than rounding alone makes. */
    @Test
    void outputsOfCalibratedWeightsAreCloser() {
        double rounded = outputError("int4-asym");
        assertThat(outputError("gptq-int4")).isLessThan(0.7 * rounded);
        assertThat(outputError("awq-int4")).isLessThan(0.7 * rounded);
    }

    /** Of the inputs that were looked at, and the first layer. */
    private static double outputError(String name) {
        try (Workers workers = new Workers(1)) {
            Team team = new Team(KernelChoice.of(Simd.AUTO), workers);
            Precision precision = Precision.of(name);
            Calibration method = precision.calibration() == null ? new Calibration() {} : precision.calibration();
            InputStatistics inputs = inputs(method, team);
            Tensor layer = layers().get(0);
            float[] factors = method.factors(inputs, layers().subList(0, 1), Tied.NOT, team);
            WeightForm form = Objects.requireNonNullElse(method.form(inputs), precision.weights());
            float[] held = held(new ScaledTensor(layer, factors, null), form, workers);
            float[] row = new float[WIDTH];
            double error = 0;
            Rows x = inputs.samples();
            for (int output = 0; output < OUTPUTS; output++) {
                layer.read(output, 1, row, 0);
                for (int sample = 0; sample < x.count(); sample++) {
                    double difference = 0;
                    for (int i = 0; i < WIDTH; i++) {
                        double weight = held[output * WIDTH + i] / (factors == null ? 1 : factors[i]);
                        difference += x.data()[x.at(sample) + i] * (weight - row[i]);
                    }
                    error += difference * difference;
                }
            }
            return error;
        }
    }

    /** Heads 0 and 1 share a value head, so do 2 and 3: four elements each. */
    @Test
    void inputsOfHeadsThatShareAValueHeadShareAFactor() {
        Tied tied = new Tied(2, 4);
        assertThat(tied.first(6)).isEqualTo(2);
        assertThat(tied.first(13)).isEqualTo(9);
        assertThat(tied.source(6)).isEqualTo(2);
        assertThat(tied.source(13)).isEqualTo(5);
        try (Workers workers = new Workers(1)) {
            Team team = new Team(KernelChoice.of(Simd.AUTO), workers);
            InputStatistics inputs = new InputStatistics(16, 40, false);
            inputs.observe(new Rows(Matrices.normal(61, 40 * 16), 0, 16, 40), workers);
            List<Tensor> layer = List.of(new MemoryTensor("w", 5, 16, Matrices.normal(62, 5 * 16)));
            for (String precision : List.of("awq-int4", "smoothquant-int8")) {
                float[] factors = Objects.requireNonNull(Precision.of(precision).calibration())
                        .factors(inputs, layer, tied, team);
                for (int i = 0; i < 16; i++) {
                    assertThat(factors[i]).isEqualTo(factors[tied.first(i)]);
                }
            }
        }
    }
}
