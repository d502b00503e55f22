package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;

import dev.touchstone.reference.kernel.Panels;
import jdk.incubator.vector.FloatVector;

/**
 * One or two rows by several strips of two vectors, so that there are sums enough to keep the multipliers busy. Written out as {@link TallTiles}.
 */
final class WideTiles {

    private WideTiles() {}

    /** Two rows by two strips. */
    static void tile2by2(Tile t) {
        float[] a = t.x().data();
        float[] b = t.w().data();
        float[] c = t.y().data();
        float[] s = t.start();
        int depth = t.w().depth();
        int a0 = t.xAt(0);
        int a1 = t.xAt(1);
        int b0 = t.wAt(0);
        int b1 = t.wAt(1);
        int c0 = t.yAt(0);
        int c1 = t.yAt(1);
        FloatVector s00 = load(s, t.startAt(c0));
        FloatVector s01 = load(s, t.startAt(c0 + LENGTH));
        FloatVector s02 = load(s, t.startAt(c0 + 2 * LENGTH));
        FloatVector s03 = load(s, t.startAt(c0 + 3 * LENGTH));
        FloatVector s10 = load(s, t.startAt(c1));
        FloatVector s11 = load(s, t.startAt(c1 + LENGTH));
        FloatVector s12 = load(s, t.startAt(c1 + 2 * LENGTH));
        FloatVector s13 = load(s, t.startAt(c1 + 3 * LENGTH));
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = load(b, b0 + k * Panels.WIDTH);
            FloatVector w1 = load(b, b0 + k * Panels.WIDTH + LENGTH);
            FloatVector w2 = load(b, b1 + k * Panels.WIDTH);
            FloatVector w3 = load(b, b1 + k * Panels.WIDTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            s02 = x0.fma(w2, s02);
            s03 = x0.fma(w3, s03);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x1.fma(w0, s10);
            s11 = x1.fma(w1, s11);
            s12 = x1.fma(w2, s12);
            s13 = x1.fma(w3, s13);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
        s02.intoArray(c, c0 + 2 * LENGTH);
        s03.intoArray(c, c0 + 3 * LENGTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LENGTH);
        s12.intoArray(c, c1 + 2 * LENGTH);
        s13.intoArray(c, c1 + 3 * LENGTH);
    }

    /** Two rows by one strip. */
    static void tile2(Tile t) {
        float[] a = t.x().data();
        float[] b = t.w().data();
        float[] c = t.y().data();
        float[] s = t.start();
        int depth = t.w().depth();
        int a0 = t.xAt(0);
        int a1 = t.xAt(1);
        int b0 = t.wAt(0);
        int c0 = t.yAt(0);
        int c1 = t.yAt(1);
        FloatVector s00 = load(s, t.startAt(c0));
        FloatVector s01 = load(s, t.startAt(c0 + LENGTH));
        FloatVector s10 = load(s, t.startAt(c1));
        FloatVector s11 = load(s, t.startAt(c1 + LENGTH));
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = load(b, b0 + k * Panels.WIDTH);
            FloatVector w1 = load(b, b0 + k * Panels.WIDTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            FloatVector x1 = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s10 = x1.fma(w0, s10);
            s11 = x1.fma(w1, s11);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
        s10.intoArray(c, c1);
        s11.intoArray(c, c1 + LENGTH);
    }

    /** One row by four strips. */
    static void tile1by4(Tile t) {
        float[] a = t.x().data();
        float[] b = t.w().data();
        float[] c = t.y().data();
        float[] s = t.start();
        int depth = t.w().depth();
        int a0 = t.xAt(0);
        int b0 = t.wAt(0);
        int b1 = t.wAt(1);
        int b2 = t.wAt(2);
        int b3 = t.wAt(3);
        int c0 = t.yAt(0);
        FloatVector s00 = load(s, t.startAt(c0));
        FloatVector s01 = load(s, t.startAt(c0 + LENGTH));
        FloatVector s02 = load(s, t.startAt(c0 + 2 * LENGTH));
        FloatVector s03 = load(s, t.startAt(c0 + 3 * LENGTH));
        FloatVector s04 = load(s, t.startAt(c0 + 4 * LENGTH));
        FloatVector s05 = load(s, t.startAt(c0 + 5 * LENGTH));
        FloatVector s06 = load(s, t.startAt(c0 + 6 * LENGTH));
        FloatVector s07 = load(s, t.startAt(c0 + 7 * LENGTH));
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = load(b, b0 + k * Panels.WIDTH);
            FloatVector w1 = load(b, b0 + k * Panels.WIDTH + LENGTH);
            FloatVector w2 = load(b, b1 + k * Panels.WIDTH);
            FloatVector w3 = load(b, b1 + k * Panels.WIDTH + LENGTH);
            FloatVector w4 = load(b, b2 + k * Panels.WIDTH);
            FloatVector w5 = load(b, b2 + k * Panels.WIDTH + LENGTH);
            FloatVector w6 = load(b, b3 + k * Panels.WIDTH);
            FloatVector w7 = load(b, b3 + k * Panels.WIDTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            s02 = x0.fma(w2, s02);
            s03 = x0.fma(w3, s03);
            s04 = x0.fma(w4, s04);
            s05 = x0.fma(w5, s05);
            s06 = x0.fma(w6, s06);
            s07 = x0.fma(w7, s07);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
        s02.intoArray(c, c0 + 2 * LENGTH);
        s03.intoArray(c, c0 + 3 * LENGTH);
        s04.intoArray(c, c0 + 4 * LENGTH);
        s05.intoArray(c, c0 + 5 * LENGTH);
        s06.intoArray(c, c0 + 6 * LENGTH);
        s07.intoArray(c, c0 + 7 * LENGTH);
    }

    /** One row by two strips. */
    static void tile1by2(Tile t) {
        float[] a = t.x().data();
        float[] b = t.w().data();
        float[] c = t.y().data();
        float[] s = t.start();
        int depth = t.w().depth();
        int a0 = t.xAt(0);
        int b0 = t.wAt(0);
        int b1 = t.wAt(1);
        int c0 = t.yAt(0);
        FloatVector s00 = load(s, t.startAt(c0));
        FloatVector s01 = load(s, t.startAt(c0 + LENGTH));
        FloatVector s02 = load(s, t.startAt(c0 + 2 * LENGTH));
        FloatVector s03 = load(s, t.startAt(c0 + 3 * LENGTH));
        for (int k = 0; k < depth; k++) {
            FloatVector w0 = load(b, b0 + k * Panels.WIDTH);
            FloatVector w1 = load(b, b0 + k * Panels.WIDTH + LENGTH);
            FloatVector w2 = load(b, b1 + k * Panels.WIDTH);
            FloatVector w3 = load(b, b1 + k * Panels.WIDTH + LENGTH);
            FloatVector x0 = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s00 = x0.fma(w0, s00);
            s01 = x0.fma(w1, s01);
            s02 = x0.fma(w2, s02);
            s03 = x0.fma(w3, s03);
        }
        s00.intoArray(c, c0);
        s01.intoArray(c, c0 + LENGTH);
        s02.intoArray(c, c0 + 2 * LENGTH);
        s03.intoArray(c, c0 + 3 * LENGTH);
    }

    /** One row by one strip. */
    static void tile1(Tile t) {
        float[] a = t.x().data();
        float[] b = t.w().data();
        float[] c = t.y().data();
        float[] s = t.start();
        int depth = t.w().depth();
        int a0 = t.xAt(0);
        int b0 = t.wAt(0);
        int c0 = t.yAt(0);
        FloatVector s00 = load(s, t.startAt(c0));
        FloatVector s01 = load(s, t.startAt(c0 + LENGTH));
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
