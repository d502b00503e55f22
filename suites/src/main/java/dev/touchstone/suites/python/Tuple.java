package dev.touchstone.suites.python;

import java.util.AbstractList;
import java.util.List;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/** A Python tuple: a list that is printed in parentheses and equals no list. */
@API(status = Status.INTERNAL, since = "0.1")
public final class Tuple extends AbstractList<Object> {

    private final List<?> elements;

    private Tuple(List<?> elements) {
        this.elements = List.copyOf(elements);
    }

    /** The tuple of these. */
    public static Tuple of(List<?> elements) {
        return new Tuple(elements);
    }

    @Override
    public Object get(int index) {
        return elements.get(index);
    }

    @Override
    public int size() {
        return elements.size();
    }
}
