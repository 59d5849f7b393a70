package clock2cloud.signal.circuit;

import java.util.Arrays;
import java.util.List;

/**
 * Which devices are evaluated again at an iterate. One without charges keeps its straight line until one of its unknowns has
 * moved by half of {@link Stamps#quiet}; the line's error is of second order in that. The others are evaluated always.
 */
final class RestingDevices {
    private final Device[] all;
    private final Device[] restless;
    private final int[][] watchers;
    private final double[] seen;
    private final boolean[] waiting;
    private final int[] queue;
    private int count;
    private boolean awake = true;

    RestingDevices(List<Device> devices, int size) {
        all = devices.toArray(new Device[0]);
        restless = restless(devices);
        int[] watching = new int[size + 1];
        for (Device device : all) {
            if (device.restful()) {
                for (int unknown : device.unknowns()) {
                    watching[unknown]++;
                }
            }
        }
        watchers = new int[size][];
        for (int i = 0; i < size; i++) {
            watchers[i] = new int[watching[i]];
        }
        Arrays.fill(watching, 0);
        for (int d = 0; d < all.length; d++) {
            if (all[d].restful()) {
                for (int unknown : all[d].unknowns()) {
                    if (unknown < size) {
                        watchers[unknown][watching[unknown]++] = d;
                    }
                }
            }
        }
        seen = new double[size];
        waiting = new boolean[all.length];
        queue = new int[all.length];
    }

    /** Those that have a part in every step. */
    static Device[] restless(List<Device> devices) {
        return devices.stream().filter(device -> !device.restful()).toArray(Device[]::new);
    }

    /** Evaluates all the next time. */
    void wake() {
        awake = true;
    }

    /** Evaluates what has moved, or all where time stands still and just after that. */
    void load(double[] x, Stamps stamps, boolean steady) {
        if (awake || steady) {
            for (Device device : all) {
                device.load(x, stamps);
            }
            awake = steady || stamps.limited;
            System.arraycopy(x, 0, seen, 0, seen.length);
            Arrays.fill(waiting, false);
            count = 0;
            return;
        }
        look(x, stamps.quiet / 2);
        boolean limited = stamps.limited;
        int kept = 0;
        for (int k = 0; k < count; k++) {
            int d = queue[k];
            stamps.limited = false;
            all[d].load(x, stamps);
            waiting[d] = stamps.limited;
            if (stamps.limited) {
                queue[kept++] = d;
                limited = true;
            }
        }
        count = kept;
        stamps.limited = limited;
        for (Device device : restless) {
            device.load(x, stamps);
        }
    }

    private void look(double[] x, double far) {
        for (int i = 0; i < seen.length; i++) {
            if (!(Math.abs(x[i] - seen[i]) <= far)) {
                seen[i] = x[i];
                for (int d : watchers[i]) {
                    if (!waiting[d]) {
                        waiting[d] = true;
                        queue[count++] = d;
                    }
                }
            }
        }
    }
}
