package clock2cloud.nn.vector;

import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import clock2cloud.nn.kernel.ScalarPictureKernels;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Dropout's dice, a vector at a time: {@link ScalarPictureKernels#dice}, bit for bit. */
final class Drops {
    private static final VectorSpecies<Integer> INTS = VectorSpecies.of(int.class, S.vectorShape());

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
        IntVector places = IntVector.zero(INTS).addIndex(1);
        FloatVector zero = FloatVector.zero(S);
        for (int i = 0; i < count; i += LANES) {
            IntVector z = places.add(cell + seed + i);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 16))
                    .mul(ScalarPictureKernels.MIX)
                    .lanewise(VectorOperators.XOR, otherSeed);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 15))
                    .mul(ScalarPictureKernels.MIX_AGAIN);
            z = z.lanewise(VectorOperators.XOR, z.lanewise(VectorOperators.LSHR, 16))
                    .lanewise(VectorOperators.LSHR, 8);
            FloatVector dice = (FloatVector) z.convertShape(VectorOperators.I2F, S, 0);
            FloatVector.fromArray(S, from, fromAt + i)
                    .mul(grown)
                    .blend(zero, dice.compare(VectorOperators.LT, (float) threshold))
                    .intoArray(to, toAt + i);
        }
    }
}
