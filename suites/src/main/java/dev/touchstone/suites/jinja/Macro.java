package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.PythonException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a template that can be called.
 *
 * @param defined where it was defined, which it sees
 */
record Macro(String name, List<Parameter> parameters, List<Node> body, Scope defined) implements Function {

    /** @param usual its value when none is given; null for undefined */
    record Parameter(String name, @Nullable Expression usual) {}

    @Override
    public Object call(Call call) {
        if (call.values().size() > parameters.size()) {
            throw new PythonException("macro '" + name + "' takes not more than " + parameters.size() + " argument(s)");
        }
        Scope scope = defined.inner();
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            Object given = call.argument(i, parameter.name());
            if (given != null) {
                scope.set(parameter.name(), given);
            } else if (parameter.usual() != null) {
                scope.set(parameter.name(), parameter.usual().value(scope));
            }
        }
        StringBuilder out = new StringBuilder();
        Nodes.render(body, scope, out);
        return out.toString();
    }
}
