package dev.touchstone.suites.jinja;

import dev.touchstone.suites.jinja.Expression.UndefinedUsed;
import dev.touchstone.suites.jinja.Macro.Parameter;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.python.Sequences;
import dev.touchstone.suites.python.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The kinds of nodes. */
final class Nodes {

    private Nodes() {}

    static void render(List<Node> nodes, Scope scope, StringBuilder out) {
        nodes.forEach(node -> node.render(scope, out));
    }

    record Text(String text) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            out.append(text);
        }
    }

    /** An expression at a place in the template: what goes wrong is reported with its line. */
    record Placed(Expression expression, int line) {

        Object value(Scope scope) {
            return at(line, () -> expression.value(scope));
        }
    }

    private static <T> T at(int line, Supplier<T> action) {
        try {
            return action.get();
        } catch (PythonException e) {
            throw new JinjaException(line, String.valueOf(e.getMessage()));
        } catch (UndefinedUsed e) {
            throw new MissingName(line, String.valueOf(e.getMessage()));
        }
    }

    /** A name that does not exist was used on that line. */
    static final class MissingName extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final int line;

        MissingName(int line, String name) {
            super(name, null, false, false);
            this.line = line;
        }

        int line() {
            return line;
        }
    }

    record Output(Placed expression) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            out.append(
                    at(expression.line(), () -> printed(expression.expression().evaluate(scope))));
        }

        private static String printed(Object value) {
            boolean nothing = value instanceof Undefined undefined && undefined.prints();
            return nothing ? "" : Repr.str(Expression.require(value));
        }
    }

    /** {@code break} or {@code continue}. */
    record Exit(boolean last) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            throw new LoopExit(last);
        }
    }

    /** Parts that are printed as they are. */
    record Part(List<Node> body) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            Nodes.render(body, scope, out);
        }
    }

    record Definition(String name, List<Parameter> parameters, List<Node> body) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            scope.set(name, new Macro(name, parameters, body, scope));
        }
    }

    /** {@code set} with a body in place of a value. */
    record Capture(String name, List<Node> body) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            StringBuilder captured = new StringBuilder();
            Nodes.render(body, scope.inner(), captured);
            scope.set(name, captured.toString());
        }
    }

    /** {@code set a.b = c}, of a namespace. */
    record FieldAssignment(String object, String field, Placed value) implements Node {

        @Override
        @SuppressWarnings("unchecked")
        public void render(Scope scope, StringBuilder out) {
            if (!(scope.get(object) instanceof Map<?, ?> namespace)) {
                throw new JinjaException(value.line(), "'" + object + "' is no namespace, so it has no field to set");
            }
            ((Map<String, Object>) namespace).put(field, value.value(scope));
        }
    }

    /** @param names one, or several that the elements of the value are for */
    record Assignment(List<String> names, Placed value) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            bind(names, value.value(scope), scope, value.line());
        }
    }

    private static void bind(List<String> names, Object value, Scope scope, int line) {
        if (names.size() == 1) {
            scope.set(names.get(0), value);
            return;
        }
        List<Object> elements = at(line, () -> Sequences.iterate(value));
        if (elements.size() != names.size()) {
            throw new JinjaException(line, elements.size() + " values for the names " + String.join(", ", names));
        }
        for (int i = 0; i < names.size(); i++) {
            scope.set(names.get(i), elements.get(i));
        }
    }

    /** The first branch whose condition is true; a branch without one is the {@code else}. */
    record Choice(List<Branch> branches) implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            for (Branch branch : branches) {
                Placed condition = branch.condition();
                if (condition == null || Types.truth(condition.value(scope))) {
                    Nodes.render(branch.body(), scope, out);
                    return;
                }
            }
        }
    }

    record Branch(@Nullable Placed condition, List<Node> body) {}

    record Loop(List<String> names, Placed over, @Nullable Placed filter, List<Node> body, List<Node> otherwise)
            implements Node {

        @Override
        public void render(Scope scope, StringBuilder out) {
            List<Object> elements = kept(scope);
            for (int i = 0; i < elements.size(); i++) {
                Scope inner = scope.inner();
                inner.set("loop", counters(i, elements));
                bind(names, elements.get(i), inner, over.line());
                if (isLast(inner, out)) {
                    return;
                }
            }
            if (elements.isEmpty()) {
                Nodes.render(otherwise, scope, out);
            }
        }

        /** Renders the body; whether it breaks the loop. */
        private boolean isLast(Scope inner, StringBuilder out) {
            try {
                Nodes.render(body, inner, out);
                return false;
            } catch (LoopExit exit) {
                return exit.isLast();
            }
        }

        private List<Object> kept(Scope scope) {
            Object container = over.value(scope);
            List<Object> all = at(over.line(), () -> Sequences.iterate(container));
            if (filter == null) {
                return all;
            }
            List<Object> kept = new ArrayList<>();
            for (Object element : all) {
                Scope inner = scope.inner();
                bind(names, element, inner, over.line());
                if (Types.truth(filter.value(inner))) {
                    kept.add(element);
                }
            }
            return kept;
        }

        private static Map<String, Object> counters(int index, List<Object> elements) {
            int length = elements.size();
            Map<String, Object> counters = new LinkedHashMap<>();
            counters.put("index", index + 1L);
            counters.put("index0", (long) index);
            counters.put("revindex", (long) length - index);
            counters.put("revindex0", length - index - 1L);
            counters.put("first", index == 0);
            counters.put("last", index == length - 1);
            counters.put("length", (long) length);
            if (index > 0) {
                counters.put("previtem", elements.get(index - 1));
            }
            if (index < length - 1) {
                counters.put("nextitem", elements.get(index + 1));
            }
            return counters;
        }
    }
}
