package dev.touchstone.reports.allure;

import org.slf4j.LoggerFactory;

/**
 * Allure logs through SLF4J. Which logging library stands behind it is the user's choice, so none is brought along; where the user
 * has none either, SLF4J says so in three lines in the middle of the report. This keeps it from that, and touches nothing else.
 */
final class Slf4jNotice {

    /** Understood by SLF4J from 2.0.10 on; read once, when SLF4J is first used. */
    private static final String VERBOSITY = "slf4j.internal.verbosity";

    private Slf4jNotice() {}

    /** Lets SLF4J look for its provider now, without the notice. The property is as before afterwards. */
    static synchronized void withoutNotice() {
        if (System.getProperty(VERBOSITY) != null) {
            return;
        }
        System.setProperty(VERBOSITY, "ERROR");
        try {
            LoggerFactory.getILoggerFactory();
        } finally {
            System.clearProperty(VERBOSITY);
        }
    }
}
