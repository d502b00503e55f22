package dev.touchstone.suites.jinja;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A template that can't be parsed or rendered. */
@API(status = Status.INTERNAL, since = "0.1")
public final class JinjaException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int line;

    JinjaException(int line, String message) {
        super(message, null, false, false);
        this.line = line;
    }

    /** The template's line that it is about, from 1. */
    public int line() {
        return line;
    }
}
