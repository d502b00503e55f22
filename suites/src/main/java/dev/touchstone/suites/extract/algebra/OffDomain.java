package dev.touchstone.suites.extract.algebra;

/** An expression that has no value at a point: a division by zero, the logarithm of a negative number. */
final class OffDomain extends RuntimeException {

    private static final long serialVersionUID = 1;

    OffDomain(String what) {
        super(what, null, false, false);
    }
}
