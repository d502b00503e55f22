package dev.touchstone.reference.kernel.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The width of the vectors, a constant of the JVM so that the compiler can rely on it. */
final class Width {

    /** Tests set this system property to force narrower vectors (128, 256 or 512 bits) than the machine prefers. */
    static final String FORCED_BITS = "touchstone.test.vectorBits";

    /** At most 512 bits, so that a panel and the virtual lanes are always whole numbers of vectors. */
    static final VectorSpecies<Float> SPECIES =
            switch (Integer.getInteger(FORCED_BITS, FloatVector.SPECIES_PREFERRED.vectorBitSize())) {
                case 64, 128 -> FloatVector.SPECIES_128;
                case 256 -> FloatVector.SPECIES_256;
                default -> FloatVector.SPECIES_512;
            };

    /** Elements of one vector. */
    static final int LENGTH = SPECIES.length();

    private Width() {}
}
