package dev.touchstone.suites.jinja;

/**
 * Stands for a name that does not exist, as Jinja2's {@code StrictUndefined}: a template may ask whether it is defined, and nothing else.
 *
 * @param name what was asked for
 * @param prints whether it may be printed, as nothing: the value of an {@code if} without {@code else}
 */
record Undefined(String name, boolean prints) {

    Undefined(String name) {
        this(name, false);
    }
}
