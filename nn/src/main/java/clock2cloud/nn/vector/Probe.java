package clock2cloud.nn.vector;

import jdk.incubator.vector.FloatVector;

final class Probe {
    private Probe() {}

    static int lanes() {
        return FloatVector.SPECIES_PREFERRED.length();
    }
}
