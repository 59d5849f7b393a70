package clock2cloud.vm.pool;

import java.util.Arrays;

/**
 * A heap of times and slots in plain arrays; ties go to the one that was put in first, by a number that may run over: no two of
 * the same time are two thousand million apart.
 */
final class Departures {
    private double[] times = new double[16];
    private int[] slots = new int[16];
    private int[] stays = new int[16];
    private int[] orders = new int[16];
    private int size;
    private int order;

    void add(double time, int slot, int stay) {
        if (size == times.length) {
            int length = HostPool.grown(size);
            times = Arrays.copyOf(times, length);
            slots = Arrays.copyOf(slots, length);
            stays = Arrays.copyOf(stays, length);
            orders = Arrays.copyOf(orders, length);
        }
        int at = size++;
        int mine = order++;
        while (at > 0 && before(time, mine, (at - 1) >> 1)) {
            copy((at - 1) >> 1, at);
            at = (at - 1) >> 1;
        }
        store(at, time, slot, stay, mine);
    }

    private boolean before(double time, int mine, int other) {
        return time < times[other] || (time == times[other] && mine - orders[other] < 0);
    }

    private void copy(int from, int to) {
        store(to, times[from], slots[from], stays[from], orders[from]);
    }

    private void store(int at, double time, int slot, int stay, int mine) {
        times[at] = time;
        slots[at] = slot;
        stays[at] = stay;
        orders[at] = mine;
    }

    double nextTime() {
        return size == 0 ? Double.POSITIVE_INFINITY : times[0];
    }

    int nextSlot() {
        return slots[0];
    }

    /** Which of the slot's successive tenants is meant: a slot is used again and again. */
    int nextStay() {
        return stays[0];
    }

    void removeFirst() {
        int last = --size;
        int at = 0;
        while (true) {
            int child = 2 * at + 1;
            if (child >= last) {
                break;
            }
            if (child + 1 < last && before(times[child + 1], orders[child + 1], child)) {
                child++;
            }
            if (before(times[last], orders[last], child)) {
                break;
            }
            copy(child, at);
            at = child;
        }
        copy(last, at);
    }
}
