package dev.touchstone.suites.python;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Python's {@code None}. */
@API(status = Status.INTERNAL, since = "0.1")
public enum None {
    NONE;

    @Override
    public String toString() {
        return "None";
    }
}
