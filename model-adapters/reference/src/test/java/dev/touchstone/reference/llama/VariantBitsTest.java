package dev.touchstone.reference.llama;

import static dev.touchstone.reference.llama.TestModel.logits;
import static dev.touchstone.reference.llama.TestModel.tokens;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.kernel.Rows;
import dev.touchstone.reference.quantization.Precision;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every precision gives the same bits however it is computed, and other bits than fp32. */
class VariantBitsTest {

    private static final TestModel MODEL = TestModel.of(6, 2, true);
    private static final int[] TOKENS = tokens(LlamaSession.CHUNK + 71, 3);

    private static final CalibrationText TEXT = CalibrationText.of(
            List.of(tokens(300, 8), tokens(90, 9)), MODEL.config().contextLength());

    static Stream<String> precisions() {
        return Stream.concat(
                Precision.names().stream().filter(name -> !name.contains("P")), Stream.of("sparse-50", "channel-50"));
    }

    @ParameterizedTest
    @MethodSource("precisions")
    void threadsKernelsAndPortionsDoNotMatter(String precision) {
        float[][] expected = whole(session(precision, 1, Simd.SCALAR));
        assertThat(expected[3][5]).isNotNaN();
        assertSame(whole(session(precision, 2, Simd.AUTO)), expected);
        for (int portion : List.of(1, 13, 257)) {
            LlamaSession session = session(precision, 2, Simd.AUTO);
            for (int end = portion; end < TOKENS.length; end += portion) {
                session.become(Arrays.copyOf(TOKENS, end));
            }
            assertSame(whole(session), expected);
        }
    }

    @Test
    void fp32AndNativeAreTheSame() {
        assertSame(whole(session("fp32", 1, Simd.AUTO)), whole(session("native", 1, Simd.AUTO)));
    }

    @ParameterizedTest
    @MethodSource("precisions")
    void everyOtherPrecisionChangesTheResult(String precision) {
        float[][] exact = whole(session("fp32", 1, Simd.AUTO));
        boolean same = Arrays.deepEquals(whole(session(precision, 1, Simd.AUTO)), exact);
        assertThat(same).isEqualTo(precision.equals("native") || precision.equals("fp32"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"fp16", "bf16", "w8a16", "int4", "nf4"})
    void logitsOfNarrowActivationsAreNarrow(String precision) {
        var rounding = Precision.of(precision).activations();
        for (float logit : whole(session(precision, 1, Simd.AUTO))[7]) {
            assertThat(rounding.round(logit)).isEqualTo(logit);
        }
    }

    /** After the last layer: queries, keys and values with the rotation, what they attend to, SwiGLU, and the last norm. */
    @ParameterizedTest
    @ValueSource(strings = {"fp16", "bf16", "w8a16", "int4", "nf4"})
    void resultsOfOperatorsAreNarrow(String precision) {
        Llama llama = load(MODEL, precision);
        KeyValueCache cache = new KeyValueCache(llama.config(), 1L << 24);
        Batch batch = new Batch();
        batch.add(places(cache, TOKENS), 0, PrefixTree.BATCH);
        LayerWeights layer = llama.weights().layers().get(0);
        Activations state = Activations.allocate(PrefixTree.BATCH, llama.config(), layer);
        double[] frequencies =
                RopeFrequencies.of(llama.config().rope(), llama.config().headSize(), new float[0]);
        Rope rope = new Rope(frequencies, llama.config().rope().pairs(), 0);
        new Decoder(llama, rope, cache).forward(batch, state);

        var rounding = Precision.of(precision).activations();
        for (Rows rows : List.of(state.queryKeyValue(), state.attended(), state.normed(), state.projected())) {
            for (float number : rows.data()) {
                assertThat(rounding.round(number)).isEqualTo(number);
            }
        }
    }

    private static Branch places(KeyValueCache cache, int[] tokens) {
        Branch branch = Branch.root(cache).grow(tokens);
        branch.addUser();
        for (int i = 0; i < PrefixTree.BATCH; i++) {
            if (!branch.hasPlace()) {
                branch.addPage();
            }
            branch.useNextPlace();
        }
        return branch;
    }

    @Test
    void separateEmbeddingsAreQuantizedToo() {
        Llama tied = load(TestModel.of(6, 2, true), "int4");
        Llama separate = load(TestModel.of(6, 2, false), "int4");
        long held = separate.weightBytes() - tied.weightBytes();
        assertThat(8.0 * held / (separate.parameters() - tied.parameters())).isBetween(4.25, 7.0);
    }

    /** Gains of 1e5 make the normed activations too large for fp16, not for bf16. */
    @Test
    void anOverflowOfFp16IsReported() {
        float[] gain = new float[MODEL.config().width()];
        Arrays.fill(gain, 1e5f);
        TestModel model = TestModel.of(6, 2, true).with("output_norm.weight", gain);
        LlamaSession session = load(model, "fp16").newSession();
        session.become(TOKENS);
        assertThatThrownBy(() -> session.after(0))
                .isInstanceOf(ModelException.class)
                .hasMessage("an activation overflowed fp16, whose largest number is 65504; evaluate the model with"
                        + " -Dprecision=bf16 or fp32");
        LlamaSession wide = load(model, "bf16").newSession();
        wide.become(TOKENS);
        assertThat(wide.after(0).of(1)).isFinite();
    }

    @Test
    void aWeightThatFp16CanNotHoldIsRefused() {
        float[] large = new float[TestModel.VOCABULARY * MODEL.config().width()];
        large[17] = 7e4f;
        TestModel model = TestModel.of(6, 2, false).withMatrix("output.weight", TestModel.VOCABULARY, large);
        assertThatThrownBy(() -> load(model, "fp16"))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "the tensor 'output.weight' holds the weight 70000.0, which overflows fp16 to infinity; pass"
                                + " -Dprecision=fp32");
    }

    private static Llama load(TestModel model, String precision) {
        return Llama.load(model, new ModelOptions(1, Simd.AUTO).in(precision));
    }

    private static LlamaSession session(String precision, int threads, Simd simd) {
        return Llama.load(MODEL, new ModelOptions(threads, simd).in(precision), TEXT)
                .newSession();
    }

    private static float[][] whole(LlamaSession session) {
        session.become(TOKENS);
        return logits(session);
    }

    private static void assertSame(float[][] actual, float[][] expected) {
        assertThat(Arrays.deepEquals(actual, expected)).as("same bits").isTrue();
    }
}
