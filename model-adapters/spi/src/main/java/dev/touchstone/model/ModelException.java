package dev.touchstone.model;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A model can't be loaded or can't answer. The message stands alone: what, where, and what to do. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public class ModelException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
