package dev.touchstone.suites.python;

import dev.touchstone.suites.text.PythonWhitespace;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** Methods of texts, lists and maps that change nothing. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Methods {

    private static final Set<String> TEXT = Set.of(
            "strip",
            "lstrip",
            "rstrip",
            "split",
            "replace",
            "lower",
            "upper",
            "capitalize",
            "title",
            "startswith",
            "endswith",
            "index",
            "find",
            "count",
            "join",
            "removeprefix",
            "removesuffix");
    private static final Set<String> LIST = Set.of("index", "count");
    private static final Set<String> MAP = Set.of("items", "keys", "values", "get");

    private Methods() {}

    /** Whether values of that kind have a method of that name here. */
    public static boolean exists(Object value, String name) {
        return names(value).contains(name);
    }

    /** The methods that there are, for messages; empty for a value without any. */
    public static String known(Object value) {
        return names(value).stream().sorted().collect(Collectors.joining(", "));
    }

    private static Set<String> names(Object value) {
        return value instanceof String ? TEXT : value instanceof List ? LIST : value instanceof Map ? MAP : Set.of();
    }

    /** Calls a method that exists. */
    public static Object call(Object value, String name, List<Object> arguments) {
        Arguments given = new Arguments(name, arguments);
        if (value instanceof String text) {
            return ofText(text, name, given);
        }
        if (value instanceof List<?> list) {
            given.expect(1, 1);
            return name.equals("count") ? count(list, given.get(0)) : index(list, given.get(0));
        }
        return ofMap((Map<?, ?>) value, name, given);
    }

    private static Object ofText(String text, String name, Arguments given) {
        return switch (name) {
            case "strip" -> PythonText.strip(text, given.stripped(), true, true);
            case "lstrip" -> PythonText.strip(text, given.stripped(), true, false);
            case "rstrip" -> PythonText.strip(text, given.stripped(), false, true);
            case "split" -> split(text, given);
            case "replace" -> replace(text, given);
            case "join" -> given.elements(0).stream().map(Methods::requireText).collect(Collectors.joining(text));
            case "startswith" -> text.startsWith(given.text(0, 1));
            case "endswith" -> text.endsWith(given.text(0, 1));
            case "removeprefix" ->
                text.startsWith(given.text(0, 1))
                        ? text.substring(given.text(0, 1).length())
                        : text;
            case "removesuffix" ->
                text.endsWith(given.text(0, 1))
                        ? text.substring(0, text.length() - given.text(0, 1).length())
                        : text;
            case "index", "find" -> find(text, given.text(0, 1), name.equals("index"));
            case "count" -> (long) PythonText.split(text, given.text(0, 1), -1).size() - 1;
            default -> withoutArguments(text, name, given);
        };
    }

    private static Object withoutArguments(String text, String name, Arguments given) {
        given.expect(0, 0);
        return switch (name) {
            case "lower" -> PythonText.lower(text);
            case "upper" -> PythonText.upper(text);
            case "capitalize" -> PythonText.capitalize(text);
            default -> PythonText.title(text);
        };
    }

    private static Object split(String text, Arguments given) {
        given.expect(0, 2);
        boolean atWhitespace = given.size() == 0 || given.get(0) == None.NONE;
        if (atWhitespace && given.size() < 2) {
            return PythonText.words(text);
        }
        return PythonText.split(text, given.text(0, 2), given.size() < 2 ? -1 : given.whole(1));
    }

    private static String replace(String text, Arguments given) {
        given.expect(2, 3);
        if (given.size() == 3) {
            throw new PythonException("replace() with a count is not supported here");
        }
        return text.replace(given.text(0, 2), given.text(1, 2));
    }

    private static Object find(String text, String part, boolean required) {
        int at = text.indexOf(part);
        if (at < 0 && required) {
            throw new PythonException("substring not found: " + Repr.repr(part));
        }
        return at < 0 ? -1L : (long) text.codePointCount(0, at);
    }

    private static long count(List<?> list, Object element) {
        return list.stream().filter(other -> Operators.areEqual(other, element)).count();
    }

    private static long index(List<?> list, Object element) {
        for (int i = 0; i < list.size(); i++) {
            if (Operators.areEqual(list.get(i), element)) {
                return i;
            }
        }
        throw new PythonException(Repr.repr(element) + " is not in list " + Repr.repr(list));
    }

    private static Object ofMap(Map<?, ?> map, String name, Arguments given) {
        if (name.equals("get")) {
            given.expect(1, 2);
            Object found = Sequences.item(map, given.get(0));
            return found != null ? found : given.size() == 2 ? given.get(1) : None.NONE;
        }
        given.expect(0, 0);
        return switch (name) {
            case "keys" -> Sequences.iterate(map);
            case "values" -> map.values().stream().map(Types::of).toList();
            default ->
                map.entrySet().stream()
                        .map(entry -> Tuple.of(List.of(Types.of(entry.getKey()), Types.of(entry.getValue()))))
                        .toList();
        };
    }

    private static String requireText(Object value) {
        if (value instanceof String text) {
            return text;
        }
        throw new PythonException("expected str instance, " + Types.name(value) + " found");
    }

    /** What a method was given. */
    private record Arguments(String method, List<Object> values) {

        int size() {
            return values.size();
        }

        Object get(int index) {
            return values.get(index);
        }

        void expect(int least, int most) {
            if (values.size() < least || values.size() > most) {
                throw new PythonException(method + "() takes " + least + (most > least ? " to " + most : "")
                        + " arguments here, not " + values.size());
            }
        }

        String text(int index, int most) {
            expect(index + 1, most);
            return requireText(values.get(index));
        }

        long whole(int index) {
            if (Types.isInt(values.get(index))) {
                return Types.toLong(values.get(index));
            }
            throw new PythonException(method + "() needs a whole number, not " + Types.name(values.get(index)));
        }

        List<Object> elements(int index) {
            expect(index + 1, index + 1);
            return Sequences.iterate(values.get(index));
        }

        /** The characters that a strip removes: whitespace unless some are given. */
        IntPredicate stripped() {
            expect(0, 1);
            if (values.isEmpty() || values.get(0) == None.NONE) {
                return PythonWhitespace::is;
            }
            String characters = requireText(values.get(0));
            return point -> characters.indexOf(point) >= 0;
        }
    }
}
