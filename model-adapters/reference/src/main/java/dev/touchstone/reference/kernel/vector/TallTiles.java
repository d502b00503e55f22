package dev.touchstone.reference.kernel.vector;

import static dev.touchstone.reference.kernel.vector.Width.LENGTH;
import static dev.touchstone.reference.kernel.vector.Width.SPECIES;

import dev.touchstone.reference.kernel.Panels;
import jdk.incubator.vector.FloatVector;

/**
 * Several rows by one strip of two vectors. The loops are written out because the compiler keeps only local variables in registers, not
 * arrays.
 */
final class TallTiles {

    private TallTiles() {}

    /** Eight rows: a step of k is 2 loads, 8 broadcasts and 16 multiply-adds into 16 sums. */
    static void tile8(Tile t) {
        float[] a = t.x().data();
        float[] b = t.w().data();
        float[] c = t.y().data();
        float[] s = t.start();
        int depth = t.w().depth();
        int a0 = t.xAt(0);
        int a1 = t.xAt(1);
        int a2 = t.xAt(2);
        int a3 = t.xAt(3);
        int a4 = t.xAt(4);
        int a5 = t.xAt(5);
        int a6 = t.xAt(6);
        int a7 = t.xAt(7);
        int b0 = t.wAt(0);
        int c0 = t.yAt(0);
        int c1 = t.yAt(1);
        int c2 = t.yAt(2);
        int c3 = t.yAt(3);
        int c4 = t.yAt(4);
        int c5 = t.yAt(5);
        int c6 = t.yAt(6);
        int c7 = t.yAt(7);
        FloatVector s00 = load(s, t.startAt(c0));
        FloatVector s01 = load(s, t.startAt(c0 + LENGTH));
        FloatVector s10 = load(s, t.startAt(c1));
        FloatVector s11 = load(s, t.startAt(c1 + LENGTH));
        FloatVector s20 = load(s, t.startAt(c2));
        FloatVector s21 = load(s, t.startAt(c2 + LENGTH));
        FloatVector s30 = load(s, t.startAt(c3));
        FloatVector s31 = load(s, t.startAt(c3 + LENGTH));
        FloatVector s40 = load(s, t.startAt(c4));
        FloatVector s41 = load(s, t.startAt(c4 + LENGTH));
        FloatVector s50 = load(s, t.startAt(c5));
        FloatVector s51 = load(s, t.startAt(c5 + LENGTH));
        FloatVector s60 = load(s, t.startAt(c6));
        FloatVector s61 = load(s, t.startAt(c6 + LENGTH));
        FloatVector s70 = load(s, t.startAt(c7));
        FloatVector s71 = load(s, t.startAt(c7 + LENGTH));
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

    /** Four rows: 8 sums, as many as two units of latency 4 keep busy. */
    static void tile4(Tile t) {
        float[] a = t.x().data();
        float[] b = t.w().data();
        float[] c = t.y().data();
        float[] s = t.start();
        int depth = t.w().depth();
        int a0 = t.xAt(0);
        int a1 = t.xAt(1);
        int a2 = t.xAt(2);
        int a3 = t.xAt(3);
        int b0 = t.wAt(0);
        int c0 = t.yAt(0);
        int c1 = t.yAt(1);
        int c2 = t.yAt(2);
        int c3 = t.yAt(3);
        FloatVector s00 = load(s, t.startAt(c0));
        FloatVector s01 = load(s, t.startAt(c0 + LENGTH));
        FloatVector s10 = load(s, t.startAt(c1));
        FloatVector s11 = load(s, t.startAt(c1 + LENGTH));
        FloatVector s20 = load(s, t.startAt(c2));
        FloatVector s21 = load(s, t.startAt(c2 + LENGTH));
        FloatVector s30 = load(s, t.startAt(c3));
        FloatVector s31 = load(s, t.startAt(c3 + LENGTH));
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

    private static FloatVector load(float[] array, int index) {
        return FloatVector.fromArray(SPECIES, array, index);
    }
}
