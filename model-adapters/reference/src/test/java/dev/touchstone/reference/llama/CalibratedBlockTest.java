package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.logits;
import static dev.touchstone.reference.llama.TestModel.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Attention;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.FloatPanels;
import dev.touchstone.reference.kernel.KernelChoice;
import dev.touchstone.reference.kernel.Workers;
import dev.touchstone.reference.llama.Llama.Setting;
import dev.touchstone.reference.math.Rounding;
import dev.touchstone.reference.quantization.Calibration;
import dev.touchstone.reference.quantization.InputStatistics;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalibratedBlockTest {

    private static final TestModel MODEL = TestModel.of(6, 2, true);
    private static final CalibrationText TEXT = CalibrationText.of(List.of(tokens(60, 3)), 100);

    /** Inputs are divided by numbers from 1 to 3, other ones at each place; what is not undone where it is folded into would change every logit. */
    @Test
    void whatIsFoldedIntoTheOperatorBeforeCancelsOut() {
        List<String> layers = new ArrayList<>();
        float[][] folded = session(new Uneven(layers));
        float[][] plain = session(null);
        double largest = 0;
        for (int row = 0; row < plain.length; row++) {
            for (int token = 0; token < plain[row].length; token++) {
                largest = Math.max(largest, Math.abs(plain[row][token] - folded[row][token]));
            }
        }
        assertThat(largest).isGreaterThan(0).isCloseTo(0, within(1e-4));
        assertThat(layers.subList(0, 4))
                .containsExactly(
                        "[blk.0.attn_q.weight, blk.0.attn_k.weight, blk.0.attn_v.weight]",
                        "[blk.0.attn_output.weight]",
                        "[blk.0.ffn_gate.weight, blk.0.ffn_up.weight]",
                        "[blk.0.ffn_down.weight]");
    }

    @Test
    void withoutATextToLookAtThereIsNoCalibration() {
        assertThatThrownBy(() -> Llama.load(MODEL, new ModelOptions(1, Simd.AUTO).in("awq-int4")))
                .isInstanceOf(ModelException.class)
                .hasMessage("precision 'awq-int4' looks at a calibration text first, and there is none; pass"
                        + " -Dcalibration=FILE, a plain text like those that the model will see, or evaluate a suite"
                        + " that publishes solved examples, with -Dshots=N if they are in a file of their own");
    }

    @Test
    void theReportNamesTheTokensThatWereLookedAt() {
        ModelOptions options = new ModelOptions(1, Simd.AUTO);
        assertThat(Llama.load(MODEL, options.in("int8-static"), TEXT).calibration())
                .hasValueSatisfying(text -> assertThat(text).matches("60 tokens in 1 windows, sha256:[0-9a-f]{64}"));
        assertThat(Llama.load(MODEL, options.in("int8"), TEXT).calibration()).isEmpty();
    }

    @Test
    void textsAreCutIntoWindowsUpToSomeThousandTokens() {
        CalibrationText text = CalibrationText.of(List.of(tokens(1100, 1), new int[0], tokens(9000, 2)), 2048);
        assertThat(text.windows().stream().map(window -> window.length))
                .containsExactly(512, 512, 76, 512, 512, 512, 512, 512, 436);
        assertThat(text.size()).isEqualTo(4096);
        assertThat(CalibrationText.of(List.of(tokens(90, 1)), 40).windows()).hasSize(3);
        assertThat(text.describe())
                .isNotEqualTo(CalibrationText.of(List.of(tokens(4096, 1)), 2048).describe());
    }

    private static float[][] session(Calibration calibration) {
        Precision precision = new Precision("test", new FloatPanels(), Rounding.NONE, Rounding.NONE, 0, calibration);
        try (Workers workers = new Workers(1)) {
            Setting setting = new Setting(KernelChoice.of(Simd.AUTO), workers, Attention.AUTO, 1 << 24, TEXT);
            LlamaSession session =
                    Llama.of(MODEL, setting, precision, InputObserver.NONE).newSession();
            session.become(tokens(20, 5));
            return logits(session);
        }
    }

    private record Uneven(List<String> layers) implements Calibration {

        @Override
        public float[] factors(InputStatistics inputs, List<Tensor> together, Tied tied, Team team) {
            layers.add(together.stream().map(Tensor::name).toList().toString());
            float[] factors = new float[together.get(0).columns()];
            for (int i = 0; i < factors.length; i++) {
                factors[i] = 1 + (tied.source(i) * 7 + layers.size()) % 5 / 2f;
            }
            return factors;
        }
    }
}
