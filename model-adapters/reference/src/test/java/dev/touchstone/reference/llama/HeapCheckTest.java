package dev.touchstone.reference.llama;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.reference.quantization.Precision;
import dev.touchstone.reference.tensor.LlamaConfig;
import dev.touchstone.reference.tensor.LlamaConfig.Pairs;
import dev.touchstone.reference.tensor.LlamaConfig.Rope;
import dev.touchstone.reference.tensor.LlamaConfig.Scaling;
import org.junit.jupiter.api.Test;

class HeapCheckTest {

    /** The shape of Llama 2 7B: 6.61e9 weights but for the embedding. */
    private static final LlamaConfig SEVEN_BILLION = new LlamaConfig(
            32, 4096, 32, 32, 128, 11008, 32000, 4096, 1e-5f, new Rope(10000, Pairs.HALVES, new Scaling.None()), false);

    @Test
    void saysHowMuchHeapAModelNeeds() {
        assertThatThrownBy(() -> HeapCheck.require(SEVEN_BILLION, Precision.of("fp32"), 4L << 30))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "the weights take 24.6 GiB as fp32, but the JVM's heap is limited to 4.0 GiB; start it with -Xmx32g, or"
                                + " choose a smaller model");
    }

    @Test
    void fewerBitsNeedLessHeap() {
        assertThatThrownBy(() -> HeapCheck.require(SEVEN_BILLION, Precision.of("int4"), 3L << 30))
                .hasMessageStartingWith("the weights take 3.3 GiB as int4, but the JVM's heap is limited to 3.0 GiB;");
        assertThatCode(() -> HeapCheck.require(SEVEN_BILLION, Precision.of("int2"), 3L << 30))
                .doesNotThrowAnyException();
    }

    @Test
    void letsModelsPassThatFit() {
        assertThatCode(() -> HeapCheck.require(SEVEN_BILLION, Precision.of("native"), 26L << 30))
                .doesNotThrowAnyException();
    }
}
