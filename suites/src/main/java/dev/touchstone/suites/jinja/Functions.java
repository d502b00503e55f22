package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Types;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Functions that are no methods. */
final class Functions {

    /** What transformers gives chat templates beside {@code range}. A clock is not among them: the same chat is the same prompt on every day. */
    static final Map<String, Function> OF_CHATS =
            Map.of("namespace", call -> new LinkedHashMap<>(call.named()), "raise_exception", Functions::refuse);

    private Functions() {}

    private static Object refuse(Call call) {
        throw new PythonException("the template refuses these messages: " + call.text(0));
    }

    /**
     * Looks whether there is a function.
     *
     * @throws PythonException if not
     */
    static void require(String name) {
        if (!name.equals("range")) {
            throw new PythonException("there is no function '" + name + "'; functions: range");
        }
    }

    static Object call(Call call) {
        require(call.name());
        call.expect(1, 3);
        List<Long> bounds = call.values().stream().map(Functions::whole).toList();
        long from = bounds.size() == 1 ? 0 : bounds.get(0);
        long to = bounds.size() == 1 ? bounds.get(0) : bounds.get(1);
        long step = bounds.size() == 3 ? bounds.get(2) : 1;
        if (step == 0) {
            throw new PythonException("range() arg 3 must not be zero");
        }
        return LongStream.iterate(from, i -> step > 0 ? i < to : i > to, i -> i + step)
                .boxed()
                .toList();
    }

    private static Long whole(Object value) {
        if (value instanceof Long number) {
            return number;
        }
        throw new PythonException("range() needs whole numbers, not " + Types.name(value));
    }
}
