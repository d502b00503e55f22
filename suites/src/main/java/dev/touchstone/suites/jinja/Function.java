package dev.touchstone.suites.jinja;

/** A value that can be called: a macro, or a function that comes with the dialect. */
@FunctionalInterface
interface Function {

    Object call(Call call);
}
