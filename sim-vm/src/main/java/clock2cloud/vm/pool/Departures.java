package clock2cloud.vm.pool;

import java.util.Arrays;

/** A heap of times and slots in plain arrays; ties go to the one that was put in first. */
final class Departures {
    private double[] times = new double[16];
    private int[] slots = new int[16];
    private int[] stays = new int[16];
    private long[] orders = new long[16];
    private int size;
    private long order;

    void add(double time, int slot, int stay) {
        if (size == times.length) {
            int length = size + (size >> 1);
            times = Arrays.copyOf(times, length);
            slots = Arrays.copyOf(slots, length);
            stays = Arrays.copyOf(stays, length);
            orders = Arrays.copyOf(orders, length);
        }
        int at = size++;
        long mine = order++;
        while (at > 0 && before(time, mine, (at - 1) >> 1)) {
            copy((at - 1) >> 1, at);
            at = (at - 1) >> 1;
        }
        store(at, time, slot, stay, mine);
    }

    private boolean before(double time, long mine, int other) {
        return time < times[other] || (time == times[other] && mine < orders[other]);
    }

    private void copy(int from, int to) {
        store(to, times[from], slots[from], stays[from], orders[from]);
    }

    private void store(int at, double time, int slot, int stay, long mine) {
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
