package dev.touchstone.config;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What a gate looks at. */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public enum GateKind {
    /** Got worse than the baseline. */
    REGRESSION(Property.GATE_REGRESSION, true),
    /** Is not worse than the baseline by more than a margin. */
    NON_INFERIORITY(Property.GATE_NON_INFERIORITY, true),
    /** Differs from the baseline on many items. */
    FLIPS(Property.GATE_FLIPS, true),
    /** Perplexity, compared with the baseline's. */
    PERPLEXITY(Property.GATE_PERPLEXITY, true),
    /** Generated tokens, compared with the baseline's. */
    LENGTH(Property.GATE_LENGTH, true),
    /** The value of a metric. */
    MINIMUM(Property.GATE_MIN, false),
    /** Items without an answer. */
    NO_ANSWER(Property.GATE_NO_ANSWER, false),
    /** Items that could not be evaluated. */
    ERROR(Property.GATE_ERROR, false);

    private final Property property;
    private final boolean compares;

    GateKind(Property property, boolean compares) {
        this.property = property;
        this.compares = compares;
    }

    /** The property that sets its limit. */
    public Property property() {
        return property;
    }

    /** Its name in results: that of its property without the prefix. */
    public String id() {
        return property.key().substring(Property.GATE_PREFIX.length());
    }

    /** Whether it needs a baseline. */
    public boolean compares() {
        return compares;
    }
}
