package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Tile.STRIP;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;

import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;

/**
 * Rows of activations times panels of packed weights, in tiles whose sums stay in registers while k runs: 8 rows by 2 vectors as long as there
 * are rows, then 4, then the last ones by more vectors. Machines with 16 registers start with 4 rows.
 */
final class PanelProduct {

    /**
     * AVX2 and SSE have 16 vector registers, too few for a tile of 8 rows; AVX-512 has 32. So has NEON, but its vectors can't be told from
     * SSE's by their width.
     */
    private static final boolean TALL = SPECIES.vectorBitSize() == 512;

    private PanelProduct() {}

    /** Sums start from zero if {@code fresh}, else from what stands in {@code y}. */
    static void compute(Rows x, Panels w, Rows y, boolean fresh) {
        int tall = x.count() / 4 * 4;
        for (int column = 0; column < w.columns() && tall > 0; column += STRIP) {
            computeTall(x, w, column, y, fresh);
        }
        if (x.count() - tall >= 2) {
            computeTwo(x, tall, w, y, fresh);
        }
        if (x.count() % 2 == 1) {
            computeOne(x, x.count() - 1, w, y, fresh);
        }
    }

    private static void computeTall(Rows x, Panels w, int column, Rows y, boolean fresh) {
        int row = 0;
        for (; TALL && row + 8 <= x.count(); row += 8) {
            TallTiles.tile8(new Tile(x, row, w, column, y, fresh));
        }
        for (; row + 4 <= x.count(); row += 4) {
            TallTiles.tile4(new Tile(x, row, w, column, y, fresh));
        }
    }

    private static void computeTwo(Rows x, int row, Panels w, Rows y, boolean fresh) {
        int column = 0;
        for (; column + 2 * STRIP <= w.columns(); column += 2 * STRIP) {
            WideTiles.tile2by2(new Tile(x, row, w, column, y, fresh));
        }
        for (; column < w.columns(); column += STRIP) {
            WideTiles.tile2(new Tile(x, row, w, column, y, fresh));
        }
    }

    private static void computeOne(Rows x, int row, Panels w, Rows y, boolean fresh) {
        int column = 0;
        for (; column + 4 * STRIP <= w.columns(); column += 4 * STRIP) {
            WideTiles.tile1by4(new Tile(x, row, w, column, y, fresh));
        }
        for (; column + 2 * STRIP <= w.columns(); column += 2 * STRIP) {
            WideTiles.tile1by2(new Tile(x, row, w, column, y, fresh));
        }
        for (; column < w.columns(); column += STRIP) {
            WideTiles.tile1(new Tile(x, row, w, column, y, fresh));
        }
    }
}
