package dev.touchstone.suites.jinja;

import static java.util.Map.entry;

import dev.touchstone.suites.python.Methods;
import dev.touchstone.suites.python.Operators;
import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Repr;
import dev.touchstone.suites.python.Sequences;
import dev.touchstone.suites.python.Types;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Jinja2's own filters, as its {@code filters.py} has them; only some, and of their arguments only some. */
final class Filters {

    private static final String DEFAULT = "default";

    private static final Pattern WORD = Pattern.compile("[^-\\s({\\[<]+", Pattern.UNICODE_CHARACTER_CLASS);

    private static final Map<String, Filter> BY_NAME = Map.ofEntries(
            entry("abs", Filters::abs),
            entry("capitalize", method("capitalize")),
            entry("count", length()),
            entry("d", Filters::orDefault),
            entry(DEFAULT, Filters::orDefault),
            entry("first", end(true)),
            entry("int", Filters::toInt),
            entry("join", Filters::join),
            entry("last", end(false)),
            entry("length", length()),
            entry("list", (value, call) -> Sequences.iterate(value)),
            entry("lower", method("lower")),
            entry("map", Filters::map),
            entry("max", extreme(true)),
            entry("min", extreme(false)),
            entry("replace", (value, call) -> Methods.call(Repr.str(value), "replace", texts(call))),
            entry("reverse", Filters::reverse),
            entry("string", (value, call) -> Repr.str(value)),
            entry("sum", Filters::sum),
            entry("title", Filters::title),
            entry("trim", method("strip")),
            entry("upper", method("upper")));

    private Filters() {}

    /**
     * The filter of that name.
     *
     * @param own filters beside Jinja2's
     * @throws PythonException if there is none; the message lists those that there are
     */
    static Filter find(String name, Map<String, ? extends Filter> own) {
        Filter found = own.containsKey(name) ? own.get(name) : BY_NAME.get(name);
        if (found == null) {
            TreeSet<String> known = new TreeSet<>(BY_NAME.keySet());
            known.addAll(own.keySet());
            throw new PythonException("there is no filter '" + name + "'; filters: " + String.join(", ", known));
        }
        return found;
    }

    /** Only a default makes something of what is undefined. */
    static boolean takesUndefined(String name) {
        return name.equals(DEFAULT) || name.equals("d");
    }

    /** A filter that is a method of texts; other values are printed first. */
    private static Filter method(String name) {
        return (value, call) -> {
            call.expect(0, name.equals("strip") ? 1 : 0);
            return Methods.call(Repr.str(value), name, call.values());
        };
    }

    private static Object abs(Object value, Call call) {
        call.expect(0, 0);
        return Operators.compare(value, 0L) < 0 ? Operators.negative(value) : value;
    }

    /** Not {@code str.title}: a word begins after whitespace, a hyphen or an opening bracket. */
    private static Object title(Object value, Call call) {
        call.expect(0, 0);
        String text = Repr.str(value);
        Matcher word = WORD.matcher(text);
        return word.replaceAll(found -> {
            int first = found.group().offsetByCodePoints(0, 1);
            return Matcher.quoteReplacement(upper(found.group().substring(0, first))
                    + lower(found.group().substring(first)));
        });
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    private static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    private static Filter length() {
        return (value, call) -> {
            call.expect(0, 0);
            return Sequences.length(value);
        };
    }

    /** {@code default(instead, boolean)}: with a true second argument also for what counts as false. */
    private static Object orDefault(Object value, Call call) {
        Object instead = call.argument(0, "default_value");
        Object also = call.argument(1, "boolean");
        boolean absent = value instanceof Undefined || also != null && Types.truth(also) && !Types.truth(value);
        return absent ? (instead == null ? "" : instead) : value;
    }

    private static Filter end(boolean first) {
        return (value, call) -> {
            call.expect(0, 0);
            List<Object> elements = Sequences.iterate(value);
            if (elements.isEmpty()) {
                throw new PythonException("'" + call.name() + "' of an empty sequence has no value");
            }
            return elements.get(first ? 0 : elements.size() - 1);
        };
    }

    /** {@code int(default)}: what is no number is 0, or the default. */
    private static Object toInt(Object value, Call call) {
        call.expect(0, 1);
        Object otherwise = call.values().isEmpty() ? 0L : call.values().get(0);
        if (value instanceof Boolean truth) {
            return truth ? 1L : 0L;
        }
        if (value instanceof Long) {
            return value;
        }
        try {
            return value instanceof Double number ? (Object) number.longValue() : parsed(Repr.str(value));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    /** Python's {@code int(text)}, and {@code int(float(text))} where that is none. */
    private static Object parsed(String text) {
        String plain = (String) Methods.call(text, "strip", List.of());
        boolean whole = plain.matches("[+-]?\\d+(_\\d+)*");
        if (!whole && !plain.matches("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?")) {
            throw new NumberFormatException(plain);
        }
        return whole ? Long.valueOf(plain.replace("_", "")) : (long) Double.parseDouble(plain);
    }

    private static Object join(Object value, Call call) {
        Object separator = call.argument(0, "d");
        Object attribute = call.argument(1, "attribute");
        return Sequences.iterate(value).stream()
                .map(element -> Repr.str(attribute == null ? element : element(element, attribute)))
                .collect(Collectors.joining(separator == null ? "" : Repr.str(separator)));
    }

    /** {@code map('filter', arguments)} or {@code map(attribute='name')}. */
    private static Object map(Object value, Call call) {
        @Nullable Object attribute = call.named().get("attribute");
        if (attribute != null) {
            return Sequences.iterate(value).stream()
                    .map(element -> element(element, attribute))
                    .toList();
        }
        if (call.values().isEmpty()) {
            throw new PythonException("'map' needs the name of a filter, or attribute='name'");
        }
        String name = call.text(0);
        Filter filter = find(name, Map.of());
        Call inner = new Call(name, call.values().subList(1, call.values().size()), call.named());
        return Sequences.iterate(value).stream()
                .map(element -> Types.of(filter.apply(element, inner)))
                .toList();
    }

    private static Object element(Object container, Object key) {
        Object found = Sequences.item(container, key);
        if (found == null) {
            throw new PythonException("an element has no '" + Repr.str(key) + "'");
        }
        return found;
    }

    private static Filter extreme(boolean highest) {
        return (value, call) -> {
            call.expect(0, 0);
            List<Object> elements = Sequences.iterate(value);
            if (elements.isEmpty()) {
                throw new PythonException("'" + call.name() + "' of an empty sequence has no value");
            }
            Object best = elements.get(0);
            for (Object element : elements) {
                int order = Operators.compare(element, best);
                best = (highest ? order > 0 : order < 0) ? element : best;
            }
            return best;
        };
    }

    private static Object reverse(Object value, Call call) {
        call.expect(0, 0);
        if (value instanceof String text) {
            return new StringBuilder(text).reverse().toString();
        }
        List<Object> elements = new ArrayList<>(Sequences.iterate(value));
        Collections.reverse(elements);
        return elements;
    }

    private static Object sum(Object value, Call call) {
        call.expect(0, 0);
        return Sequences.iterate(value).stream().reduce(0L, (a, b) -> Operators.arithmetic("+", a, b));
    }

    private static List<Object> texts(Call call) {
        call.expect(2, 2);
        return call.values().stream().map(value -> (Object) Repr.str(value)).toList();
    }
}
