package dev.touchstone.training.data;

import dev.touchstone.training.model.Batch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of one length that are being filled with documents. Each document sees itself only, at positions from 0. */
final class Rows {

    private final int rows;
    private final int length;
    private final int[] used;
    private final int[] tokens;
    private final int[] positions;
    private final float[] mask;
    private final List<Scored> scored = new ArrayList<>();

    private record Scored(int index, int target, float weight, String part) {}

    Rows(int rows, int length) {
        this.rows = rows;
        this.length = length;
        this.used = new int[rows];
        this.tokens = new int[rows * length];
        this.positions = new int[rows * length];
        this.mask = new float[rows * length * length];
        Arrays.fill(mask, Float.NEGATIVE_INFINITY);
    }

    /** Lays a document into the first row that has room for it; says whether there was one. */
    boolean add(EncodedDocument document) {
        int size = document.positions();
        for (int row = 0; row < rows; row++) {
            if (length - used[row] >= size) {
                place(document, size, row);
                used[row] += size;
                return true;
            }
        }
        return false;
    }

    private void place(EncodedDocument document, int size, int row) {
        int start = used[row];
        int from = row * length + start;
        System.arraycopy(document.tokens(), 0, tokens, from, size);
        for (int i = 0; i < size; i++) {
            positions[from + i] = i;
            int line = (from + i) * length;
            Arrays.fill(mask, line + start, line + start + i + 1, 0);
            float weight = document.weights()[i + 1];
            if (weight > 0) {
                scored.add(new Scored(from + i, document.tokens()[i + 1], weight, document.part()));
            }
        }
    }

    /** Positions that hold a document. */
    int filled() {
        return Arrays.stream(used).sum();
    }

    Batch toBatch() {
        for (int i = 0; i < tokens.length; i++) {
            // Padding sees itself, because a softmax over nothing is not a number.
            mask[i * length + i % length] = 0;
        }
        int size = scored.size();
        float[] weights = new float[size];
        for (int i = 0; i < size; i++) {
            weights[i] = scored.get(i).weight();
        }
        return new Batch(
                rows,
                length,
                tokens,
                positions,
                mask,
                scored.stream().mapToInt(Scored::index).toArray(),
                scored.stream().mapToInt(Scored::target).toArray(),
                weights,
                scored.stream().map(Scored::part).toArray(String[]::new));
    }
}
