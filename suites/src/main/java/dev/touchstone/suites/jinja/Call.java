package dev.touchstone.suites.jinja;

import dev.touchstone.suites.python.PythonException;
import dev.touchstone.suites.python.Types;
import java.util.List;
import java.util.Map;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of a filter, test, function or method.
 *
 * @param name what is called
 * @param values arguments without a name, in order
 * @param named arguments with one
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Call(String name, List<Object> values, Map<String, Object> named) {

    /** Refuses other numbers of arguments, and any with a name. */
    public void expect(int least, int most) {
        if (values.size() < least || values.size() > most || !named.isEmpty()) {
            String count = most == 0 ? "no argument" : least + (most > least ? " to " + most : "") + " arguments";
            throw new PythonException("'" + name + "' takes " + count + " here"
                    + (named.isEmpty() ? "" : ", and none by name (" + String.join(", ", named.keySet()) + ")"));
        }
    }

    /** The argument at that place, or of that name, or null. */
    @Nullable
    Object argument(int index, String key) {
        return index < values.size() ? values.get(index) : named.get(key);
    }

    /** An argument that must be a text. */
    String text(int index) {
        if (values.get(index) instanceof String text) {
            return text;
        }
        throw new PythonException("'" + name + "' needs a text, not " + Types.name(values.get(index)));
    }
}
