package dev.touchstone.reference.kernel.vector;

import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LT;

import dev.touchstone.reference.math.Exp;
import jdk.incubator.vector.FloatVector;

/** The operations of {@link Exp#exp}, in the same order, on vectors. */
final class VectorExp {

    private VectorExp() {}

    static FloatVector exp(FloatVector x) {
        FloatVector rounded = x.fma(constant(Exp.LOG2_E), constant(Exp.ROUNDER));
        FloatVector minusN = constant(Exp.ROUNDER).sub(rounded);
        FloatVector r = minusN.fma(constant(Exp.LN2_LOW), minusN.fma(constant(Exp.LN2_HIGH), x));
        FloatVector exponential = r.mul(r).fma(polynomial(r), r).add(1f);
        return exponential
                .reinterpretAsInts()
                .add(rounded.reinterpretAsInts().lanewise(LSHL, Exp.FRACTION_BITS))
                .reinterpretAsFloats()
                .blend(0f, x.compare(LT, Exp.LOWEST))
                .blend(Float.POSITIVE_INFINITY, x.compare(GT, Exp.HIGHEST));
    }

    private static FloatVector polynomial(FloatVector r) {
        FloatVector p = constant(Exp.P5).fma(r, constant(Exp.P4));
        p = p.fma(r, constant(Exp.P3));
        p = p.fma(r, constant(Exp.P2));
        p = p.fma(r, constant(Exp.P1));
        return p.fma(r, constant(Exp.P0));
    }

    private static FloatVector constant(float value) {
        return FloatVector.broadcast(Width.SPECIES, value);
    }
}
