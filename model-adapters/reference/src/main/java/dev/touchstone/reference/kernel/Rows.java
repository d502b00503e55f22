package dev.touchstone.reference.kernel;

import java.util.Arrays;
import org.apiguardian.api.API;
import org.apiguardian.api.API.Status;

/**
 * A window on an array as rows of activations, row-major: element c of row r is {@code data[offset + r * stride + c]}.
 *
 * @param data the array, shared
 * @param offset index of the first row's first element
 * @param stride elements from one row's start to the next one's
 * @param count number of rows
 */
@API(status = Status.INTERNAL, since = "0.1")
public record Rows(float[] data, int offset, int stride, int count) {

    /** @throws IndexOutOfBoundsException if a row would start outside of the array */
    public Rows {
        if (offset < 0 || stride < 0 || count < 0 || last(offset, stride, count) > data.length) {
            throw new IndexOutOfBoundsException("rows at " + offset + " with stride " + stride + " and count " + count
                    + " do not fit in " + data.length + " elements");
        }
    }

    /** New rows of zeros, one after the other. */
    public static Rows allocate(int count, int columns) {
        return new Rows(new float[Math.multiplyExact(count, columns)], 0, columns, count);
    }

    private static long last(int offset, int stride, int count) {
        return offset + (long) stride * Math.max(0, count - 1);
    }

    /** Index in the array of a row's first element. */
    public int at(int row) {
        return offset + row * stride;
    }

    /** Some of these rows. */
    public Rows slice(int from, int rows) {
        return new Rows(data, at(from), stride, rows);
    }

    /** The same rows without their first {@code columns} elements. */
    public Rows from(int columns) {
        return new Rows(data, offset + columns, stride, count);
    }

    /** Sets the first {@code columns} elements of every row to zero. */
    public void clear(int columns) {
        for (int row = 0; row < count; row++) {
            Arrays.fill(data, at(row), at(row) + columns, 0f);
        }
    }
}
