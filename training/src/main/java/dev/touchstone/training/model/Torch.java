package dev.touchstone.training.model;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * The door to PyTorch. Its native libraries come from the class path (unpacked to DJL's cache folder at first use); nothing is downloaded and
 * nothing is reported.
 */
@API(status = Status.INTERNAL, since = "0.1")
public final class Torch {

    private static final String OFFLINE = "ai.djl.offline";
    private static final String NO_TRACKING = "OPT_OUT_TRACKING";
    private static final String THREADS = "ai.djl.pytorch.num_threads";

    private Torch() {}

    /**
     * Starts the engine, or takes the one that runs.
     *
     * @param threads of one operation; only the first call in a JVM decides
     */
    public static Engine start(int threads) {
        System.setProperty(OFFLINE, "true");
        System.setProperty(NO_TRACKING, "true");
        System.setProperty(THREADS, Integer.toString(threads));
        return Engine.getEngine("PyTorch");
    }

    /** A new manager of arrays on the CPU; closing it frees them. */
    public static NDManager newManager(int threads) {
        return start(threads).newBaseManager(ai.djl.Device.cpu());
    }
}
