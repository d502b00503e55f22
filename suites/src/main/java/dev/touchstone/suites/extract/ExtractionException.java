package dev.touchstone.suites.extract;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A rule that could not be applied to a text. The item was not evaluated; its answer is neither right nor wrong. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class ExtractionException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A message in one line: which rule, on which text, and what to do. */
    public ExtractionException(String message) {
        super(message);
    }
}
