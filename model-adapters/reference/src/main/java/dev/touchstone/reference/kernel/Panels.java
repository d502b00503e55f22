package dev.touchstone.reference.kernel;

import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A window on an array as panels of a packed matrix: a panel holds {@link #WIDTH} outputs as [depth, WIDTH], so that output n at inner
 * index k is {@code data[offset + (n / WIDTH) * stride + k * WIDTH + n % WIDTH]}.
 *
 * @param data the array, shared
 * @param offset index of the first panel
 * @param stride elements from one panel's start to the next one's
 * @param count number of panels
 * @param depth length of the inner dimension
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Panels(float[] data, int offset, int stride, int count, int depth) {

    /**
     * Outputs of one panel. Two vectors of AVX-512, four of AVX2, eight of NEON: enough for register blocking on each, and the same on
     * all, so that the packed form of a model does not depend on the machine.
     */
    public static final int WIDTH = 32;

    /** @throws IndexOutOfBoundsException if a panel would end outside of the array */
    public Panels {
        if (offset < 0 || depth < 0 || count < 0 || end(offset, stride, count, depth) > data.length) {
            throw new IndexOutOfBoundsException(count + " panels of depth " + depth + " at " + offset + " with stride "
                    + stride + " do not fit in " + data.length + " elements");
        }
    }

    private static long end(int offset, int stride, int count, int depth) {
        return count == 0 ? offset : offset + (count - 1L) * stride + (long) depth * WIDTH;
    }

    /** Outputs of a whole number of panels that hold {@code outputs}. */
    public static int padded(int outputs) {
        return count(outputs) * WIDTH;
    }

    /** Panels that hold {@code outputs}. */
    public static int count(int outputs) {
        return (outputs + WIDTH - 1) / WIDTH;
    }

    /** Outputs of these panels together, padding included. */
    public int columns() {
        return count * WIDTH;
    }

    /** Index in the array of an output's first element. */
    public int at(int column) {
        return offset + (column / WIDTH) * stride + column % WIDTH;
    }

    /** The same panels, from inner index {@code first} on, {@code length} long. */
    public Panels inner(int first, int length) {
        return new Panels(data, offset + first * WIDTH, stride, count, length);
    }
}
