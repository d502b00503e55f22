package dev.touchstone.suites;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A suite that is described wrongly, or twice. The message names the file and the key. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class SuiteException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A message in one line: what is wrong, where, and what is legal. */
    public SuiteException(String message) {
        super(message);
    }
}
