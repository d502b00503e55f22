package dev.touchstone.engine;

import org.jspecify.annotations.Nullable;

/** Items could not be evaluated. The message says it all, so there is no stack trace to read past. */
final class ItemFailure extends AssertionError {

    private static final long serialVersionUID = 1L;

    ItemFailure(String message, @Nullable Throwable cause) {
        super(message, cause);
        setStackTrace(new StackTraceElement[0]);
    }
}
