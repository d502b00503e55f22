package dev.touchstone.hardware;

import java.util.Set;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A family of devices that can do the same.
 *
 * @param id NVIDIA's compute capability, such as {@code 8.9}, or {@code cpu}
 * @param title such as {@code Ada}
 * @param types types of numbers that it has arithmetic for
 */
@API(status = Status.EXPERIMENTAL, since = "0.1")
public record Architecture(String id, String title, Set<String> types) {

    static final String PROCESSOR = "cpu";

    public Architecture {
        types = Set.copyOf(types);
    }

    /** Whether it is that of processors, which compute everything, if slowly. */
    public boolean isProcessor() {
        return id.equals(PROCESSOR);
    }

    /** Whether it has arithmetic for that type. */
    boolean has(String type) {
        return types.contains(type);
    }
}
