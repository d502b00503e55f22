package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.None;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The variables that a part of a template sees. What is set in a loop is gone after it. */
final class Scope {

    private final @Nullable Scope outer;
    private final Map<String, Object> variables;
    private final Map<String, ? extends Filter> filters;

    private Scope(@Nullable Scope outer, Map<String, Object> variables, Map<String, ? extends Filter> filters) {
        this.outer = outer;
        this.variables = variables;
        this.filters = filters;
    }

    /** @param filters filters beside Jinja2's own */
    static Scope of(Map<String, Object> variables, Map<String, ? extends Filter> filters) {
        return new Scope(null, new HashMap<>(variables), filters);
    }

    Scope inner() {
        return new Scope(this, new HashMap<>(), filters);
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

    Filter filter(String name) {
        Filter own = filters.get(name);
        Filter found = own == null ? Filters.BY_NAME.get(name) : own;
        if (found == null) {
            TreeSet<String> known = new TreeSet<>(Filters.BY_NAME.keySet());
            known.addAll(filters.keySet());
            throw new PythonException("there is no filter '" + name + "'; filters: " + String.join(", ", known));
        }
        return found;
    }
}
