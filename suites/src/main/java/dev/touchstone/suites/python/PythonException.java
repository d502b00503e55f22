package dev.touchstone.suites.python;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Something that Python raises an error for, or that this project does not do as Python does. */
@API(status = Status.INTERNAL, since = "0.1")
public final class PythonException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** A message in one line. */
    public PythonException(String message) {
        super(message, null, false, false);
    }
}
