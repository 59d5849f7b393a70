package clock2cloud.signal.circuit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RestingDevicesTest {
    private final List<String> loaded = new ArrayList<>();

    @Test
    void looksAtAllAfterTheOperatingPointAndThenOnlyAtWhatMoved() {
        RestingDevices resting = resting();
        Stamps stamps = new Stamps(3, 1);
        stamps.quiet = 2e-3;
        resting.load(new double[] {0, 0, 0, 0}, stamps, true);
        resting.load(new double[] {0, 0, 0, 0}, stamps, false);
        assertEquals(List.of("left", "right", "charged", "left", "right", "charged"), taken());
        resting.load(new double[] {0.9e-3, 0, 0, 0}, stamps, false);
        assertEquals(List.of("charged"), taken());
        resting.load(new double[] {1.1e-3, 0, 0, 0}, stamps, false);
        assertEquals(List.of("left", "charged"), taken());
        resting.load(new double[] {1.1e-3, -2e-3, 0, 0}, stamps, false);
        assertEquals(List.of("left", "right", "charged"), taken());
    }

    @Test
    void looksAgainAtWhatCouldNotFollow() {
        RestingDevices resting = resting();
        Stamps stamps = new Stamps(3, 1);
        stamps.quiet = 2e-3;
        resting.load(new double[4], stamps, false);
        taken();
        resting.load(new double[] {5, 0, 0, 0}, stamps, false);
        resting.load(new double[] {5, 0, 0, 0}, stamps, false);
        assertEquals(List.of("left", "charged", "left", "charged"), taken());
        stamps.limited = false;
        resting.wake();
        resting.load(new double[] {1, 0, 0, 0}, stamps, false);
        resting.load(new double[] {1, 0, 0, 0}, stamps, false);
        assertEquals(List.of("left", "right", "charged", "charged"), taken());
    }

    private RestingDevices resting() {
        return new RestingDevices(
                List.of(
                        new Probe("left", true, 0, 1),
                        new Probe("right", true, 1, 3),
                        new Probe("charged", false, 2, 3)),
                3);
    }

    private List<String> taken() {
        List<String> all = List.copyOf(loaded);
        loaded.clear();
        return all;
    }

    /** Notes when it is evaluated; cannot follow beyond 2 V. */
    private final class Probe implements Device {
        private final String name;
        private final boolean restful;
        private final int[] unknowns;

        private Probe(String name, boolean restful, int... unknowns) {
            this.name = name;
            this.restful = restful;
            this.unknowns = unknowns;
        }

        @Override
        public int[] unknowns() {
            return unknowns;
        }

        @Override
        public boolean restful() {
            return restful;
        }

        @Override
        public void start(double[] x) {}

        @Override
        public void begin(Integrator rule) {}

        @Override
        public void load(double[] x, Stamps stamps) {
            loaded.add(name);
            stamps.limited |= Math.abs(x[unknowns[0]]) > 2;
        }

        @Override
        public void again(Stamps stamps) {}

        @Override
        public boolean holds(double[] x) {
            return true;
        }

        @Override
        public void accept(double[] x, Integrator rule) {}
    }
}
