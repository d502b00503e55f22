package dev.touchstone.suites;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A template that cannot be parsed or rendered. The message says what, on which of the template's lines, and what there is instead. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public final class TemplateException extends RuntimeException {

    private static final long serialVersionUID = 1;

    TemplateException(String message) {
        super(message);
    }
}
