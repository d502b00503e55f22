package dev.touchstone.suites.jinja;

/**
 * Stands for a name that does not exist. As Jinja2's {@code StrictUndefined}, a template may ask whether it is defined, and nothing else; in chats it is
 * nothing: an empty text, and equal to no value.
 *
 * @param name what was asked for
 * @param prints whether it may be printed, as nothing: the value of an {@code if} without {@code else}
 * @param isNothing whether it may be used
 */
record Undefined(String name, boolean prints, boolean isNothing) {}
