package dev.touchstone.hardware;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A profile can't be read, or does not match the machine. The message says what is there, what is expected, and what to do. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class HardwareException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public HardwareException(String message) {
        super(message);
    }
}
