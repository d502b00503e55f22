package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Width.LENGTH;

import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;

/**
 * Where a tile of a product reads and writes.
 *
 * @param row its first row
 * @param column its first column
 * @param fresh whether the sums start from zero, else from what stands in {@code y}
 */
record Tile(Rows x, int row, Panels w, int column, Rows y, boolean fresh) {

    /** Columns of a strip, for which two vectors of weights are read. */
    static final int STRIP = 2 * LENGTH;

    private static final float[] ZEROS = new float[LENGTH];

    /** Index of a row's first input. */
    int xAt(int i) {
        return x.at(row + i);
    }

    /** Index of a strip's first weight. */
    int wAt(int strip) {
        return w.at(column + strip * STRIP);
    }

    /** Index of a row's first output. */
    int yAt(int i) {
        return y.at(row + i) + column;
    }

    /** The array that sums start from. */
    float[] start() {
        return fresh ? ZEROS : y.data();
    }

    /** Where sums start that go to an index of {@code y}. */
    int startAt(int index) {
        return fresh ? 0 : index;
    }
}
