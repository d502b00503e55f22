package dev.touchstone.suites.jinja;

/** A part of a template that prints something, or sets a variable. */
interface Node {

    void render(Scope scope, StringBuilder out);
}
