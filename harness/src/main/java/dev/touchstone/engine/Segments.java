package dev.touchstone.engine;

/** Types of the segments of a unique id, from the outside in. */
final class Segments {

    /** An anchor class; its value is the class's name. */
    static final String CLASS = "class";

    /** A data folder that a directory selector named; its value is the path. */
    static final String DATA = "data";

    static final String SUITE = "suite";
    static final String VARIANT = "variant";
    static final String SUBJECT = "subject";

    /** An item; its value is the index in the published file. */
    static final String ITEM = "item";

    /** A check on the run itself. */
    static final String CHECK = "check";

    /** The audit of a suite's data. */
    static final String AUDIT = "audit";

    /** The check that every item was evaluated. */
    static final String COMPLETE = "complete";

    /** What decides about the run; its value is always {@link #ALL}. */
    static final String GATES = "gates";

    static final String ALL = "all";

    /** A gate; its value is the gate's name. */
    static final String GATE = "gate";

    /** The recording of a baseline; its value is {@link #ACCEPT}. */
    static final String BASELINE = "baseline";

    static final String ACCEPT = "accept";

    private Segments() {}
}
