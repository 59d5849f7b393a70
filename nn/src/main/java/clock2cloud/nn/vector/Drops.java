package clock2cloud.nn.vector;

import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import clock2cloud.nn.kernel.ScalarPictureKernels;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * Dropout's dice, a vector at a time: {@link ScalarPictureKernels#dice}, bit for bit. What is dropped is told by a sign spread over the
 * lane, not by a mask, and no vector is a variable that changes: HotSpot would box them in some processes, and run five times slower.
 */
final class Drops {
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, S.vectorShape());
    private static final int LAST_BIT = 31;
    private static final int[] COUNTED = IntStream.range(0, LANES).toArray();

    private Drops() {}

    static void drop(
            int seed,
            int otherSeed,
            int cell,
            int threshold,
            float grown,
            float[] from,
            int fromAt,
            float[] to,
            int toAt,
            int count) {
        IntVector places = IntVector.fromArray(INTS, COUNTED, 0);
        for (int i = 0; i < count; i += LANES) {
            IntVector place = places.add(cell + seed + i);
            IntVector once = place.lanewise(VectorOperators.XOR, place.lanewise(VectorOperators.LSHR, 16))
                    .mul(ScalarPictureKernels.MIX)
                    .lanewise(VectorOperators.XOR, otherSeed);
            IntVector twice = once.lanewise(VectorOperators.XOR, once.lanewise(VectorOperators.LSHR, 15))
                    .mul(ScalarPictureKernels.MIX_AGAIN);
            IntVector below = twice.lanewise(VectorOperators.XOR, twice.lanewise(VectorOperators.LSHR, 16))
                    .lanewise(VectorOperators.LSHR, 8)
                    .sub(threshold)
                    .lanewise(VectorOperators.ASHR, LAST_BIT);
            FloatVector.fromArray(S, from, fromAt + i)
                    .mul(grown)
                    .reinterpretAsInts()
                    .lanewise(VectorOperators.AND_NOT, below)
                    .reinterpretAsFloats()
                    .intoArray(to, toAt + i);
        }
    }
}
