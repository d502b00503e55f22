package dev.touchstone.suites.jinja;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** What stands behind a {@code |}. */
@API(status = Status.INTERNAL, since = "0.1")
@FunctionalInterface
public interface Filter {

    /**
     * Changes a value.
     *
     * @param value what is filtered; never undefined, unless the filter is {@code default}
     * @param call what it was called with
     * @throws dev.touchstone.suites.python.PythonException for a value or an argument that it can't take
     */
    Object apply(Object value, Call call);
}
