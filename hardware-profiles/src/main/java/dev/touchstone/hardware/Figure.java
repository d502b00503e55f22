package dev.touchstone.hardware;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A number of a data sheet.
 *
 * @param value positive
 * @param unit such as {@code GB/s}; powers of ten
 * @param source where it was read
 * @param confidence how far it can be relied on
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Figure(double value, String unit, String source, Confidence confidence) {

    /** How far a number can be relied on. */
    public enum Confidence {
        /** As printed in the source. */
        STATED,
        /** Computed from what the source prints. */
        DERIVED,
        /** Generally known, and not checked against a sheet of the maker. */
        UNCHECKED
    }
}
