package clock2cloud.cluster.network;

import java.util.Arrays;

/** A binary heap of items by level; an item may be in it more than once. */
final class LevelQueue<T> {
    private double[] levels = new double[64];
    private Object[] items = new Object[64];
    private int size;

    boolean isEmpty() {
        return size == 0;
    }

    double firstLevel() {
        return levels[0];
    }

    @SuppressWarnings("unchecked")
    T first() {
        return (T) items[0];
    }

    void clear() {
        Arrays.fill(items, 0, size, null);
        size = 0;
    }

    void add(T item, double level) {
        if (size == items.length) {
            levels = Arrays.copyOf(levels, 2 * size);
            items = Arrays.copyOf(items, 2 * size);
        }
        int at = size++;
        while (at > 0 && level < levels[(at - 1) >> 1]) {
            int parent = (at - 1) >> 1;
            levels[at] = levels[parent];
            items[at] = items[parent];
            at = parent;
        }
        levels[at] = level;
        items[at] = item;
    }

    T removeFirst() {
        T first = first();
        size--;
        Object last = items[size];
        double level = levels[size];
        items[size] = null;
        if (size > 0) {
            sink(last, level);
        }
        return first;
    }

    /** Gives the first item a higher level. */
    void raiseFirst(double level) {
        sink(items[0], level);
    }

    private void sink(Object item, double level) {
        int at = 0;
        for (int child = 1; child < size; child = 2 * at + 1) {
            if (child + 1 < size && levels[child + 1] < levels[child]) {
                child++;
            }
            if (level <= levels[child]) {
                break;
            }
            levels[at] = levels[child];
            items[at] = items[child];
            at = child;
        }
        levels[at] = level;
        items[at] = item;
    }
}
