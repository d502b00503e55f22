package dev.touchstone.reference.llama;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.touchstone.model.ModelException;
import dev.touchstone.model.ModelOptions;
import dev.touchstone.model.ModelOptions.Simd;
import org.junit.jupiter.api.Test;

class CacheMemoryTest {

    private static final long GIBIBYTE = 1L << 30;

    @Test
    void weightsAndCacheMustFitInTheHeapTogether() {
        assertThatThrownBy(() -> CacheMemory.require(3 * GIBIBYTE, 2 * GIBIBYTE, 4 * GIBIBYTE))
                .isInstanceOf(ModelException.class)
                .hasMessage(
                        "the weights take 3.0 GiB and keys and values up to 2.0 GiB, but the JVM's heap is limited to"
                                + " 4.0 GiB; set a smaller -Dmemory, or start the JVM with -Xmx6g");
        assertThatCode(() -> CacheMemory.require(3 * GIBIBYTE, GIBIBYTE, 4 * GIBIBYTE))
                .doesNotThrowAnyException();
    }

    @Test
    void isCheckedBeforeAModelIsLoaded() {
        ModelOptions options =
                new ModelOptions(1, Simd.AUTO, Runtime.getRuntime().maxMemory());
        assertThatThrownBy(() -> Llama.load(TestModel.of(2, 1, true), options))
                .isInstanceOf(ModelException.class)
                .hasMessageContaining("set a smaller -Dmemory");
    }
}
