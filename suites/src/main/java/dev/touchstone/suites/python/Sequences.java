package dev.touchstone.suites.python;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/** Python's indexes, slices and iteration. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Sequences {

    private Sequences() {}

    /** {@code container[key]}; null when there is no such element, which a template may ask about. */
    public static @Nullable Object item(Object container, Object key) {
        if (container instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .filter(entry -> Operators.areEqual(entry.getKey(), key))
                    .map(entry -> Types.of(entry.getValue()))
                    .findFirst()
                    .orElse(null);
        }
        if (!Types.isInt(key) || !(container instanceof String || container instanceof List)) {
            return null;
        }
        long index = Types.toLong(key) < 0 ? Types.toLong(key) + length(container) : Types.toLong(key);
        if (index < 0 || index >= length(container)) {
            return null;
        }
        return container instanceof String text
                ? PythonText.at(text, (int) index)
                : Types.of(((List<?>) container).get((int) index));
    }

    /** {@code container[from:to:step]}; {@code None} where a bound is left out. */
    public static Object slice(Object container, Object from, Object to, Object step) {
        if (!(container instanceof String || container instanceof List)) {
            throw new PythonException("'" + Types.name(container) + "' object is not subscriptable by a slice");
        }
        long stride = step == None.NONE ? 1 : whole(step);
        if (stride == 0) {
            throw new PythonException("slice step cannot be zero");
        }
        int size = length(container);
        long low = stride > 0 ? 0 : -1;
        long high = stride > 0 ? size : size - 1L;
        long start = from == None.NONE ? (stride > 0 ? low : high) : bound(whole(from), size, low, high);
        long end = to == None.NONE ? (stride > 0 ? high : low) : bound(whole(to), size, low, high);
        List<Object> elements = iterate(container);
        List<Object> part = new ArrayList<>();
        for (long i = start; stride > 0 ? i < end : i > end; i += stride) {
            part.add(elements.get((int) i));
        }
        if (container instanceof String) {
            return String.join("", part.stream().map(String.class::cast).toList());
        }
        return container instanceof Tuple ? Tuple.of(part) : part;
    }

    private static long bound(long value, int size, long low, long high) {
        return Math.min(high, Math.max(low, value < 0 ? value + size : value));
    }

    private static long whole(Object bound) {
        if (!Types.isInt(bound)) {
            throw new PythonException("slice indices must be integers or None, not " + Types.name(bound));
        }
        return Types.toLong(bound);
    }

    /** {@code len(container)}. */
    public static int length(Object container) {
        if (container instanceof String text) {
            return PythonText.length(text);
        }
        if (container instanceof Map<?, ?> map) {
            return map.size();
        }
        if (container instanceof List<?> list) {
            return list.size();
        }
        throw new PythonException("object of type '" + Types.name(container) + "' has no len()");
    }

    /** {@code list(container)}: the elements of a list, the characters of a text, the keys of a map. */
    public static List<Object> iterate(Object container) {
        if (container instanceof String text) {
            return PythonText.characters(text);
        }
        if (container instanceof List<?> || container instanceof Map<?, ?>) {
            List<Object> elements = new ArrayList<>();
            Iterable<?> all = container instanceof Map<?, ?> map ? map.keySet() : (List<?>) container;
            all.forEach(element -> elements.add(Types.of(element)));
            return elements;
        }
        throw new PythonException("'" + Types.name(container) + "' object is not iterable");
    }
}
