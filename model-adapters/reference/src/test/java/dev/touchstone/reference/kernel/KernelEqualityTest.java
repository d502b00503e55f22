package dev.touchstone.reference.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.touchstone.model.ModelOptions.Simd;
import dev.touchstone.reference.math.Float8;
import dev.touchstone.reference.math.Rounding;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vector kernels, at each width, against the scalar ones. Without the incubator module there is nothing to compare. */
class KernelEqualityTest {

    private static final String FORCED_BITS = "touchstone.test.vectorBits";

    private final Kernels scalar = KernelChoice.of(Simd.SCALAR);

    static Stream<Integer> widths() {
        Assumptions.assumeTrue(
                ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent(),
                "the JVM was started without --add-modules jdk.incubator.vector");
        return Stream.of(128, 256, 512);
    }

    @AfterEach
    void forgetWidth() {
        System.clearProperty(FORCED_BITS);
    }

    @ParameterizedTest
    @MethodSource("widths")
    void matrixProductsHaveTheSameBitsAtEveryWidth(int bits) throws Exception {
        Kernels vector = vectorKernels(bits);
        for (int rows : new int[] {1, 2, 3, 4, 5, 7, 8, 13, 17}) {
            for (int depth : new int[] {0, 1, 7, 64, 207}) {
                for (int panels : new int[] {1, 2, 3, 7}) {
                    assertThat(bits(KernelCase.accumulate(vector, rows, depth, panels)))
                            .as("%d rows, depth %d, %d panels", rows, depth, panels)
                            .isEqualTo(bits(KernelCase.accumulate(scalar, rows, depth, panels)));
                    assertThat(bits(KernelCase.multiply(vector, rows, depth, panels)))
                            .as("from zero: %d rows, depth %d, %d panels", rows, depth, panels)
                            .isEqualTo(bits(KernelCase.multiply(scalar, rows, depth, panels)));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void rowKernelsHaveTheSameBitsAtEveryWidth(int bits) throws Exception {
        Kernels vector = vectorKernels(bits);
        for (int length : KernelCase.AWKWARD) {
            assertThat(rowKernels(vector, length)).as("length %d", length).isEqualTo(rowKernels(scalar, length));
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void codesHaveTheSameBitsAtEveryWidth(int bits) throws Exception {
        Kernels vector = vectorKernels(bits);
        for (int code : new int[] {2, 4, 8, -4}) {
            for (int depth : new int[] {1, 2, 7, 64, 65, 207}) {
                assertThat(codes(vector, code, depth))
                        .as("%d bits, depth %d", code, depth)
                        .isEqualTo(codes(scalar, code, depth));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void wholeNumbersHaveTheSameSumsAtEveryWidth(int bits) throws Exception {
        Kernels vector = vectorKernels(bits);
        for (int depth : new int[] {1, 2, 7, 64, 65, 4097}) {
            assertThat(bits(KernelCase.multiplyWhole(vector, depth)))
                    .as("depth %d", depth)
                    .isEqualTo(bits(KernelCase.multiplyWhole(scalar, depth)));
        }
    }

    @ParameterizedTest
    @MethodSource("widths")
    void narrowFloatsHaveTheSameBitsAtEveryWidth(int bits) throws Exception {
        Kernels vector = vectorKernels(bits);
        for (Rounding type : List.of(Rounding.FP16, Rounding.BF16)) {
            assertThat(bits(KernelCase.widen(vector, type))).isEqualTo(bits(KernelCase.widen(scalar, type)));
        }
        for (Float8 type : Float8.values()) {
            assertThat(bits(KernelCase.widen(vector, type))).isEqualTo(bits(KernelCase.widen(scalar, type)));
        }
    }

    private static List<List<Integer>> codes(Kernels kernels, int code, int depth) {
        return List.of(
                bits(KernelCase.unpack(kernels, code, depth)),
                bits(KernelCase.unpackTiny(kernels, code, depth)),
                bits(KernelCase.accumulateCodes(kernels, code, depth)),
                bits(KernelCase.accumulatePair(kernels, code, depth, true)),
                bits(KernelCase.accumulatePair(kernels, code, depth, false)));
    }

    private static List<List<Integer>> rowKernels(Kernels kernels, int length) {
        return List.of(
                bits(KernelCase.rmsNorm(kernels, length)),
                bits(KernelCase.softmax(kernels, length, 0.125f)),
                bits(KernelCase.softmax(kernels, length, 1f)),
                bits(KernelCase.softmaxParts(kernels, length, 0.125f)),
                bits(KernelCase.quantize(kernels, length)),
                bits(KernelCase.swiglu(kernels, length)),
                bits(KernelCase.exponentials(kernels, length)));
    }

    /** Kernels of a width of their own: the width is a constant of the class, so the class is loaded anew. */
    private static Kernels vectorKernels(int bits) throws Exception {
        System.setProperty(FORCED_BITS, Integer.toString(bits));
        var loader = new VectorLoader();
        var constructor =
                loader.loadClass(VectorLoader.PACKAGE + "VectorKernels").getDeclaredConstructor();
        constructor.setAccessible(true);
        Kernels kernels = (Kernels) constructor.newInstance();
        assertThat(kernels.name()).isEqualTo("vector-" + bits);
        return kernels;
    }

    private static List<Integer> bits(float[] values) {
        List<Integer> bits = new ArrayList<>();
        IntStream.range(0, values.length).forEach(i -> bits.add(Float.floatToIntBits(values[i])));
        return bits;
    }

    /** Loads the vector package itself and leaves everything else to its parent. */
    private static final class VectorLoader extends URLClassLoader {

        static final String PACKAGE = "dev.touchstone.reference.kernel.vector.";

        VectorLoader() {
            super(
                    new URL[] {
                        Kernels.class.getProtectionDomain().getCodeSource().getLocation()
                    },
                    Kernels.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (!name.startsWith(PACKAGE)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : findClass(name);
        }
    }
}
