package clock2cloud.nn.vector;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The machine's own vector: 16 floats with AVX-512, 8 with AVX2, 4 with NEON. */
final class Lanes {
    /** At most half a panel: two vectors side by side are a tile's width. */
    static final VectorSpecies<Float> S =
            FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512 : FloatVector.SPECIES_PREFERRED;

    static final int LANES = S.length();

    /**
     * The class of {@link #S}'s vectors. A large method uses up what HotSpot of JDK 17 inlines at once; to the calls after that, a vector
     * is of no exact class, and is boxed on the heap unless an earlier profile tells which: luck. {@code EXACT.cast} tells it.
     */
    @SuppressWarnings("unchecked") // the species' own class, which extends FloatVector
    static final Class<FloatVector> EXACT = (Class<FloatVector>) (Class<?>) S.vectorType();

    /**
     * Changes no bit of what it is added to. HotSpot does not know the exact class of a sum that leaves a loop: stored as it is, such
     * a sum was boxed on the heap in one process in ten, in every turn; as the argument of an exact vector's {@code add} it is not.
     */
    static final float NOTHING = -0f;

    private Lanes() {}
}
