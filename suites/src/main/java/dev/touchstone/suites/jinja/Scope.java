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
    private final Dialect dialect;

    private Scope(@Nullable Scope outer, Map<String, Object> variables, Dialect dialect) {
        this.outer = outer;
        this.variables = variables;
        this.dialect = dialect;
    }

    static Scope of(Map<String, Object> variables, Dialect dialect) {
        Map<String, Object> all = new HashMap<>(variables);
        if (dialect == Dialect.CHAT) {
            all.putAll(Functions.OF_CHATS);
        }
        return new Scope(null, all, dialect);
    }

    Scope inner() {
        return new Scope(this, new HashMap<>(), dialect);
    }

    /** What stands for a name that does not exist. */
    Undefined undefined(String name) {
        return new Undefined(name, false, dialect == Dialect.CHAT);
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
        return undefined(name);
    }
}
