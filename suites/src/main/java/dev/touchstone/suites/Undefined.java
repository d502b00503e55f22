package dev.touchstone.suites;

import com.hubspot.jinjava.util.HasObjectTruthValue;
import java.util.Iterator;

/**
 * Stands for a name that does not exist, and fails wherever it is used, as Jinja2's {@code StrictUndefined}. Jinjava itself would go on with
 * null, and a prompt would silently lack something.
 */
final class Undefined implements HasObjectTruthValue, Iterable<Object> {

    private final String name;

    Undefined(String name) {
        this.name = name;
    }

    @Override
    public boolean getObjectTruthValue() {
        throw new UndefinedUsed(name);
    }

    @Override
    public Iterator<Object> iterator() {
        throw new UndefinedUsed(name);
    }

    @Override
    public String toString() {
        throw new UndefinedUsed(name);
    }

    @Override
    public boolean equals(Object other) {
        throw new UndefinedUsed(name);
    }

    @Override
    public int hashCode() {
        throw new UndefinedUsed(name);
    }

    /** That it was used; Jinjava wraps it, and the facade digs it out again. */
    static final class UndefinedUsed extends RuntimeException {

        private static final long serialVersionUID = 1;

        UndefinedUsed(String name) {
            super(name, null, false, false);
        }
    }
}
