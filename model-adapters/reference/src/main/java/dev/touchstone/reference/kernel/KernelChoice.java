package dev.touchstone.reference.kernel;

import dev.touchstone.model.ModelOptions.Simd;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.lang.reflect.Constructor;
import java.util.Optional;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Decides which kernels compute. The vector kernels are found by name, so that no class of the incubator module is touched unless the JVM
 * was started with it.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class KernelChoice {

    private static final Logger LOGGER = System.getLogger(KernelChoice.class.getName());
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final String VECTOR_KERNELS = "dev.touchstone.reference.kernel.vector.VectorKernels";

    private KernelChoice() {}

    /** The fastest kernels that are allowed and there; logs one line where a flag would give faster ones. */
    public static Kernels of(Simd simd) {
        if (simd == Simd.SCALAR) {
            return new ScalarKernels();
        }
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            LOGGER.log(Level.INFO, missingModule());
            return new ScalarKernels();
        }
        return vectorKernels().orElseGet(ScalarKernels::new);
    }

    static String missingModule() {
        return "The reference model computes with scalar kernels: same results, several times slower. Start the JVM with --add-modules "
                + VECTOR_MODULE + " for vector kernels.";
    }

    private static Optional<Kernels> vectorKernels() {
        try {
            Constructor<?> constructor = Class.forName(VECTOR_KERNELS).getDeclaredConstructor();
            constructor.setAccessible(true);
            return Optional.of((Kernels) constructor.newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            LOGGER.log(
                    Level.WARNING,
                    "The reference model computes with scalar kernels: the vector kernels don't work on Java "
                            + Runtime.version().feature() + ". The results are the same.",
                    e);
            return Optional.empty();
        }
    }
}
