package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;

import dev.touchstone.reference.kernel.Panels;
import dev.touchstone.reference.kernel.Rows;
import jdk.incubator.vector.FloatVector;

/**
 * Rows of activations times panels of packed weights. A tile of 8 rows by 2 vectors keeps its 16 sums in registers while k runs, so that a
 * step of k is 2 loads, 8 broadcasts and 16 fused multiply-adds; left-over rows go in tiles of 4 and 1. Machines with 16 registers start
 * with tiles of 4. The loops are written out because the compiler keeps only local variables in registers, not arrays.
 */
final class PanelProduct {

    /** Columns of one tile. */
    private static final int STRIP = 2 * LENGTH;

    /**
     * AVX2 and SSE have 16 vector registers, too few for a tile of 8 rows; AVX-512 has 32. So has NEON, but its vectors can't be told from
     * SSE's by their width.
     */
    private static final boolean TALL = SPECIES.vectorBitSize() == 512;

    private PanelProduct() {}

    static void accumulate(Rows x, Panels w, Rows y) {
        for (int column = 0; column < w.columns(); column += STRIP) {
            accumulateStrip(x, w, column, y);
        }
    }

    private static void accumulateStrip(Rows x, Panels w, int column, Rows y) {
        int row = 0;
        for (; TALL && row + 8 <= x.count(); row += 8) {
            tile8(x, row, w, column, y);
        }
        for (; row + 4 <= x.count(); row += 4) {
            tile4(x, row, w, column, y);
        }
        for (; row < x.count(); row++) {
            tile1(x, row, w, column, y);
        }
    }

    private static void tile8(Rows x, int row, Panels w, int column, Rows y) {
        float[] b = w.data();
        int b0 = w.at(column);
        int depth = w.depth();
        float[] a = x.data();
        float[] c = y.data();
        int a0 = x.at(row);
        int a1 = x.at(row + 1);
        int a2 = x.at(row + 2);
        int a3 = x.at(row + 3);
        int a4 = x.at(row + 4);
        int a5 = x.at(row + 5);
        int a6 = x.at(row + 6);
        int a7 = x.at(row + 7);
        int c0 = y.at(row) + column;
        int c1 = y.at(row + 1) + column;
        int c2 = y.at(row + 2) + column;
        int c3 = y.at(row + 3) + column;
        int c4 = y.at(row + 4) + column;
        int c5 = y.at(row + 5) + column;
        int c6 = y.at(row + 6) + column;
        int c7 = y.at(row + 7) + column;
        FloatVector s00 = load(c, c0);
        FloatVector s01 = load(c, c0 + LENGTH);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + LENGTH);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + LENGTH);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + LENGTH);
        FloatVector s40 = load(c, c4);
        FloatVector s41 = load(c, c4 + LENGTH);
        FloatVector s50 = load(c, c5);
        FloatVector s51 = load(c, c5 + LENGTH);
        FloatVector s60 = load(c, c6);
        FloatVector s61 = load(c, c6 + LENGTH);
        FloatVector s70 = load(c, c7);
        FloatVector s71 = load(c, c7 + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = load(b, b0 + k * Panels.WIDTH);
            FloatVector w1 = load(b, b0 + k * Panels.WIDTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x1.fma(w0, s10);
            s11 = x1.fma(w1, s11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x2.fma(w0, s20);
            s21 = x2.fma(w1, s21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x3.fma(w0, s30);
            s31 = x3.fma(w1, s31);
            FloatVector x4 = FloatVector.broadcast(SPECIES, a[a4 + k]);
            s40 = x4.fma(w0, s40);
            s41 = x4.fma(w1, s41);
            FloatVector x5 = FloatVector.broadcast(SPECIES, a[a5 + k]);
            s50 = x5.fma(w0, s50);
            s51 = x5.fma(w1, s51);
            FloatVector x6 = FloatVector.broadcast(SPECIES, a[a6 + k]);
            s60 = x6.fma(w0, s60);
            s61 = x6.fma(w1, s61);
            FloatVector x7 = FloatVector.broadcast(SPECIES, a[a7 + k]);
            s70 = x7.fma(w0, s70);
            s71 = x7.fma(w1, s71);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LENGTH);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LENGTH);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LENGTH);
        s40.intoArray(c, c4);
        s41.intoArray(c, c4 + LENGTH);
        s50.intoArray(c, c5);
        s51.intoArray(c, c5 + LENGTH);
        s60.intoArray(c, c6);
        s61.intoArray(c, c6 + LENGTH);
        s70.intoArray(c, c7);
        s71.intoArray(c, c7 + LENGTH);
    }

    private static void tile4(Rows x, int row, Panels w, int column, Rows y) {
        float[] b = w.data();
        int b0 = w.at(column);
        int depth = w.depth();
        float[] a = x.data();
        float[] c = y.data();
        int a0 = x.at(row);
        int a1 = x.at(row + 1);
        int a2 = x.at(row + 2);
        int a3 = x.at(row + 3);
        int c0 = y.at(row) + column;
        int c1 = y.at(row + 1) + column;
        int c2 = y.at(row + 2) + column;
        int c3 = y.at(row + 3) + column;
        FloatVector s00 = load(c, c0);
        FloatVector s01 = load(c, c0 + LENGTH);
        FloatVector s10 = load(c, c1);
        FloatVector s11 = load(c, c1 + LENGTH);
        FloatVector s20 = load(c, c2);
        FloatVector s21 = load(c, c2 + LENGTH);
        FloatVector s30 = load(c, c3);
        FloatVector s31 = load(c, c3 + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = load(b, b0 + k * Panels.WIDTH);
            FloatVector w1 = load(b, b0 + k * Panels.WIDTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x1.fma(w0, s10);
            s11 = x1.fma(w1, s11);
            FloatVector x2 = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s20 = x2.fma(w0, s20);
            s21 = x2.fma(w1, s21);
            FloatVector x3 = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s30 = x3.fma(w0, s30);
            s31 = x3.fma(w1, s31);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LENGTH);
        s20.intoArray(c, c2);
        s21.intoArray(c, c2 + LENGTH);
        s30.intoArray(c, c3);
        s31.intoArray(c, c3 + LENGTH);
    }

    private static void tile1(Rows x, int row, Panels w, int column, Rows y) {
        float[] b = w.data();
        int b0 = w.at(column);
        int depth = w.depth();
        float[] a = x.data();
        float[] c = y.data();
        int a0 = x.at(row);
        int c0 = y.at(row) + column;
        FloatVector s00 = load(c, c0);
        FloatVector s01 = load(c, c0 + LENGTH);
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = load(b, b0 + k * Panels.WIDTH);
            FloatVector w1 = load(b, b0 + k * Panels.WIDTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
    }

    private static FloatVector load(float[] array, int index) {
        return FloatVector.fromArray(SPECIES, array, index);
    }
}
