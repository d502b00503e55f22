package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.PythonException;

/** Something that has a value. */
interface Expression {

    /** The value, or an {@link Undefined}. */
    Object evaluate(Scope scope);

    /**
     * The value.
     *
     * @throws UndefinedUsed if there is none
     */
    default Object value(Scope scope) {
        return require(evaluate(scope));
    }

    /** The value itself, if it is one. */
    static Object require(Object value) {
        if (value instanceof Undefined undefined) {
            if (undefined.isNothing()) {
                return "";
            }
            throw new UndefinedUsed(undefined.name());
        }
        return value;
    }

    /** A name that does not exist was used; the facade says which ones do. */
    final class UndefinedUsed extends RuntimeException {

        private static final long serialVersionUID = 1;

        UndefinedUsed(String name) {
            super(name, null, false, false);
        }
    }

    /** As {@link PythonException}, for what a template can't say here. */
    static PythonException unsupported(String what) {
        return new PythonException(what + " is not supported here");
    }
}
