package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.None;
import dev.touchstone.suites.python.Types;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The variables that a part of a template sees. What is set in a loop is gone after it. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Object> variables;

    private Scope(@Nullable Scope outer, Map<String, Object> variables) {
        this.outer = outer;
        this.variables = variables;
    }

    static Scope of(Map<String, Object> variables) {
        return new Scope(null, new HashMap<>(variables));
    }

    Scope inner() {
        return new Scope(this, new HashMap<>());
    }

    void set(String name, Object value) {
        variables.put(name, value);
    }

    /** The variable's value, or an {@link Undefined}. A null counts as undefined; {@link None} does not. */
    Object get(String name) {
        for (Scope scope = this; scope != null; scope = scope.outer) {
            Object value = scope.variables.get(name);
            if (value != null) {
                return Types.of(value);
            }
        }
        return new Undefined(name);
    }
}
