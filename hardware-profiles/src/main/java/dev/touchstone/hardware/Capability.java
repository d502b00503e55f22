package dev.touchstone.hardware;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * Whether a device runs a precision and a kernel.
 *
 * @param verdict allowed, emulated, or not
 * @param reason why, in one line without a full stop
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Capability(Verdict verdict, String reason) {

    /** The three answers. */
    public enum Verdict {
        /** It has the arithmetic, and there is a kernel for it. */
        ALLOWED,
        /** It runs with other arithmetic: quality can be measured there, what it saves can't. */
        EMULATED,
        /** It does not run. */
        REFUSED
    }

    static Capability allowed(String reason) {
        return new Capability(Verdict.ALLOWED, reason);
    }

    static Capability emulated(String reason) {
        return new Capability(Verdict.EMULATED, reason);
    }

    static Capability refused(String reason) {
        return new Capability(Verdict.REFUSED, reason);
    }

    /** Whether it runs, in whatever way. */
    public boolean runs() {
        return verdict != Verdict.REFUSED;
    }
}
