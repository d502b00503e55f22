package dev.touchstone.djl.tokenizers;

import java.io.IOException;

/**
 * Runs DJL code with DJL's offline mode on. Without it DJL reports its use over the network when a tokenizer is opened, and on a machine
 * with CUDA downloads another native library.
 */
final class OfflineDjl {

    /** DJL's own system property; {@code true} turns off downloads and usage reports. */
    private static final String OFFLINE = "ai.djl.offline";

    private OfflineDjl() {}

    /** Something that reads files. */
    @FunctionalInterface
    interface Action<T> {

        /** Does it. */
        T run() throws IOException;
    }

    /** Runs {@code action}; the user's value of the property is put back afterwards. */
    static synchronized <T> T call(Action<T> action) throws IOException {
        String before = System.getProperty(OFFLINE);
        System.setProperty(OFFLINE, "true");
        try {
            return action.run();
        } finally {
            if (before == null) {
                System.clearProperty(OFFLINE);
            } else {
                System.setProperty(OFFLINE, before);
            }
        }
    }
}
