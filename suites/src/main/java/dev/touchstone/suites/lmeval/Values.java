package dev.touchstone.suites.lmeval;

import dev.touchstone.suites.python.Literal;
import dev.touchstone.suites.python.PythonException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Values of task files, and how rendered texts become values: {@code lm_eval/api/task.py}. */
final class Values {

    private Values() {}

    /** An entry as a Python value. */
    static Object plain(Entry entry) {
        if (entry.isList()) {
            List<Object> elements = new ArrayList<>();
            entry.list().forEach(element -> elements.add(plain(element)));
            return elements;
        }
        if (entry.isMap()) {
            Map<String, Object> map = new LinkedHashMap<>();
            entry.map().forEach((key, value) -> map.put(key, plain(value)));
            return map;
        }
        if (entry.isFunction()) {
            throw entry.refuse("a function is not supported there");
        }
        return entry.value();
    }

    /** {@code doc_to_text}: digits are a number where there are choices. */
    static Object text(String rendered, boolean choices) {
        return choices && isDigits(rendered) ? Literal.parse(rendered) : rendered;
    }

    /** {@code doc_to_target}: so, and what looks like a list is one, if it can be read. */
    static Object target(String rendered, boolean choices) {
        if (choices && isDigits(rendered)) {
            return Literal.parse(rendered);
        }
        if (rendered.length() >= 2 && rendered.startsWith("[") && rendered.endsWith("]")) {
            try {
                return Literal.parse(rendered);
            } catch (PythonException e) {
                return rendered;
            }
        }
        return rendered;
    }

    private static boolean isDigits(String text) {
        if (text.matches("0\\d+")) {
            throw new PythonException("'" + text + "' is no whole number in Python: it begins with 0");
        }
        return text.matches("\\d+");
    }
}
