/**
 * Jinja2 templates, as Python's Jinja2 renders them with {@code StrictUndefined} and {@code keep_trailing_newline=True}: a reader of our own,
 * because what is rendered must be equal to the character (docs/adr/0009).
 */
@NullMarked
package dev.touchstone.suites.jinja;

import org.jspecify.annotations.NullMarked;
