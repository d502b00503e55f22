package dev.touchstone.suites.lmeval;

/** A task that can't be evaluated as lm-evaluation-harness would, and where its file says so. */
final class TaskException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String reason;

    TaskException(Place place, String reason) {
        super(place + ": " + reason, null, false, false);
        this.reason = reason;
    }

    /** The message without file and line. */
    String reason() {
        return reason;
    }
}
