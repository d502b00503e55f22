package dev.touchstone.gate;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Two runs can't be compared, or a gate can't be judged. The message says why and what would be right. */
@API(status = Status.INTERNAL, since = "0.1")
public final class ComparisonRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ComparisonRefused(String message) {
        super(message);
    }
}
