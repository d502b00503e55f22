package dev.touchstone.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions.Simd;
import org.junit.jupiter.api.Test;

class KernelChoiceTest {

    @Test
    void takesScalarKernelsWhenAsked() {
        assertThat(KernelChoice.of(Simd.SCALAR).name()).isEqualTo("scalar");
    }

    @Test
    void takesVectorKernelsExactlyWhenTheJvmHasTheIncubatorModule() {
        boolean present = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertThat(KernelChoice.of(Simd.AUTO).name()).matches(present ? "vector-(128|256|512)" : "scalar");
    }

    @Test
    void saysWhichFlagWouldBringVectorKernels() {
        assertThat(KernelChoice.missingModule())
                .isEqualTo("The reference model computes with scalar kernels: same results, several times slower. "
                        + "Start the JVM with --add-modules jdk.incubator.vector for vector kernels.");
    }
}
