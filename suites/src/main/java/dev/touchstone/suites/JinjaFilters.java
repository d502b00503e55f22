package dev.touchstone.suites;

import com.hubspot.jinjava.interpret.JinjavaInterpreter;
import com.hubspot.jinjava.lib.exptest.ExpTest;
import com.hubspot.jinjava.lib.filter.Filter;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Filters and tests of our own, where Jinjava's differ from Python's. */
final class JinjaFilters {

    private JinjaFilters() {}

    static List<Filter> filters() {
        return List.of(
                new TextFilter("strip", PythonWhitespace::strip),
                new TextFilter("trim", PythonWhitespace::strip),
                new TextFilter("lstrip", PythonWhitespace::stripStart),
                new TextFilter("rstrip", PythonWhitespace::stripEnd),
                new TextFilter("with_period", JinjaFilters::withPeriod),
                new TextFilter("wikitext_detokenize", WikitextDetokenizer::detokenize),
                new DefaultFilter());
    }

    static List<ExpTest> tests() {
        return List.of(new DefinedTest("defined", true), new DefinedTest("undefined", false));
    }

    /** Stripped, and with a period at its end: what lm-evaluation-harness does to MNLI's hypotheses. */
    private static String withPeriod(String text) {
        String stripped = PythonWhitespace.strip(text);
        return stripped.endsWith(".") ? stripped : stripped + ".";
    }

    private record TextFilter(String name, UnaryOperator<String> function) implements Filter {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
            if (arguments.length > 0) {
                throw new IllegalArgumentException("filter '" + name + "' takes no argument here");
            }
            return function.apply(String.valueOf(value));
        }
    }

    /** Jinjava's own knows only null as undefined, and turns the default into text. */
    private record DefaultFilter() implements Filter {

        @Override
        public String getName() {
            return "default";
        }

        @Override
        public Object filter(
                Object value, JinjavaInterpreter interpreter, Object[] arguments, Map<String, Object> named) {
            if (arguments.length != 1 || !named.isEmpty()) {
                throw new IllegalArgumentException("filter 'default' takes one argument here, the value instead");
            }
            return value == null || value instanceof Undefined ? arguments[0] : value;
        }

        @Override
        public Object filter(Object value, JinjavaInterpreter interpreter, String... arguments) {
            return filter(value, interpreter, arguments, Map.of());
        }
    }

    private record DefinedTest(String name, boolean wanted) implements ExpTest {

        @Override
        public String getName() {
            return name;
        }

        @Override
        public boolean evaluate(Object value, JinjavaInterpreter interpreter, Object... arguments) {
            return (value != null && !(value instanceof Undefined)) == wanted;
        }
    }
}
