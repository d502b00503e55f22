package dev.touchstone.suites.extract.algebra;

/** An answer that cannot be read or evaluated; its message is the reason of an {@link Equivalence.Undecided}. */
final class Undecidable extends RuntimeException {

    private static final long serialVersionUID = 1;

    Undecidable(String reason) {
        super(reason, null, false, false);
    }
}
