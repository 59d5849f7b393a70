package clock2cloud.nn.vector;

import static clock2cloud.nn.kernel.Panels.WIDTH;
import static clock2cloud.nn.vector.Lanes.LANES;
import static clock2cloud.nn.vector.Lanes.S;

import jdk.incubator.vector.FloatVector;

/** A block turned: a vector of the result gathers a column of the source. */
final class Turning {
    private static final int[] DOWN = down();

    private Turning() {}

    private static int[] down() {
        int[] steps = new int[LANES];
        for (int i = 0; i < LANES; i++) {
            steps[i] = i * WIDTH;
        }
        return steps;
    }

    static void transpose(float[] from, int fromAt, float[] to, int toAt, int m, int n) {
        int whole = m - m % LANES;
        for (int j = 0; j < n; j++) {
            for (int i = 0; i < whole; i += LANES) {
                FloatVector.fromArray(S, from, fromAt + i * WIDTH + j, DOWN, 0).intoArray(to, toAt + j * WIDTH + i);
            }
            for (int i = whole; i < m; i++) {
                to[toAt + j * WIDTH + i] = from[fromAt + i * WIDTH + j];
            }
        }
    }
}
