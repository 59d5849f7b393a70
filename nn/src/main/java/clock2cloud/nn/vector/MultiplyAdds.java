package clock2cloud.nn.vector;

import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.NOTHING;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/** Twelve sums side by side, more than the units times their latency, that never leave the registers: the arithmetic alone. */
final class MultiplyAdds {
    private static final int SUMS = 12;

    private MultiplyAdds() {}

    static long run(float[] sums, int turns) {
        FloatVector x = FloatVector.broadcast(S, 0x1p-10f);
        FloatVector y = FloatVector.broadcast(S, 0x1p-11f);
        FloatVector s0 = FloatVector.fromArray(S, sums, 0 * LANES);
        FloatVector s1 = FloatVector.fromArray(S, sums, 1 * LANES);
        FloatVector s2 = FloatVector.fromArray(S, sums, 2 * LANES);
        FloatVector s3 = FloatVector.fromArray(S, sums, 3 * LANES);
        FloatVector s4 = FloatVector.fromArray(S, sums, 4 * LANES);
        FloatVector s5 = FloatVector.fromArray(S, sums, 5 * LANES);
        FloatVector s6 = FloatVector.fromArray(S, sums, 6 * LANES);
        FloatVector s7 = FloatVector.fromArray(S, sums, 7 * LANES);
        FloatVector s8 = FloatVector.fromArray(S, sums, 8 * LANES);
        FloatVector s9 = FloatVector.fromArray(S, sums, 9 * LANES);
        FloatVector s10 = FloatVector.fromArray(S, sums, 10 * LANES);
        FloatVector s11 = FloatVector.fromArray(S, sums, 11 * LANES);
        for (int turn = 0; turn < turns; turn++) {
            s0 = x.fma(y, s0);
            s1 = x.fma(y, s1);
            s2 = x.fma(y, s2);
            s3 = x.fma(y, s3);
            s4 = x.fma(y, s4);
            s5 = x.fma(y, s5);
            s6 = x.fma(y, s6);
            s7 = x.fma(y, s7);
            s8 = x.fma(y, s8);
            s9 = x.fma(y, s9);
            s10 = x.fma(y, s10);
            s11 = x.fma(y, s11);
        }
        FloatVector nothing = FloatVector.broadcast(S, NOTHING);
        nothing.add(s0).intoArray(sums, 0 * LANES);
        nothing.add(s1).intoArray(sums, 1 * LANES);
        nothing.add(s2).intoArray(sums, 2 * LANES);
        nothing.add(s3).intoArray(sums, 3 * LANES);
        nothing.add(s4).intoArray(sums, 4 * LANES);
        nothing.add(s5).intoArray(sums, 5 * LANES);
        nothing.add(s6).intoArray(sums, 6 * LANES);
        nothing.add(s7).intoArray(sums, 7 * LANES);
        nothing.add(s8).intoArray(sums, 8 * LANES);
        nothing.add(s9).intoArray(sums, 9 * LANES);
        nothing.add(s10).intoArray(sums, 10 * LANES);
        nothing.add(s11).intoArray(sums, 11 * LANES);
        return 2L * SUMS * LANES * turns;
    }
}
