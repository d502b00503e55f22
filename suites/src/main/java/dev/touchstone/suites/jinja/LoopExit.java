package dev.touchstone.suites.jinja;

/** {@code break} or {@code continue}, on its way to the loop that it is in. */
final class LoopExit extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final boolean last;

    /** @param last whether the loop ends with it */
    LoopExit(boolean last) {
        super(null, null, false, false);
        this.last = last;
    }

    boolean isLast() {
        return last;
    }
}
