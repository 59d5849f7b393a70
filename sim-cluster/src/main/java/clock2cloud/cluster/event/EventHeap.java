package clock2cloud.cluster.event;

import java.util.Arrays;

/**
 * A 4-ary heap of events by time, then by the order in which they were put in. Insertion, removal and change of time in
 * O(log n).
 *
 * @param <E> the kind of event
 */
public final class EventHeap<E extends Event> {
    private static final int FIRST_CAPACITY = 4;

    private double[] times = new double[FIRST_CAPACITY];
    private long[] orders = new long[FIRST_CAPACITY];
    private Event[] events = new Event[FIRST_CAPACITY];
    private int size;
    private long inserted;

    public int size() {
        return size;
    }

    public boolean isEmpty() {
        return size == 0;
    }

    /** Time of the first event; infinite when there is none. */
    public double firstSeconds() {
        return size == 0 ? Double.POSITIVE_INFINITY : times[0];
    }

    /** The first event, which stays where it is. */
    @SuppressWarnings("unchecked")
    public E first() {
        return (E) events[0];
    }

    public void add(E event, double seconds) {
        add(event, seconds, inserted++);
    }

    /** Puts the event after all others of the same time. */
    public void addLast(E event, double seconds) {
        add(event, seconds, Long.MAX_VALUE);
    }

    private void add(E event, double seconds, long order) {
        if (event.position != Event.NOWHERE) {
            throw new IllegalStateException("the event is already scheduled");
        }
        if (size == events.length) {
            times = Arrays.copyOf(times, 2 * size);
            orders = Arrays.copyOf(orders, 2 * size);
            events = Arrays.copyOf(events, 2 * size);
        }
        rise(size++, event, seconds, order);
    }

    /** Gives a waiting event another time. Among events of that time it counts as put in now. */
    public void move(E event, double seconds) {
        place(event.position, event, seconds, inserted++);
    }

    @SuppressWarnings("unchecked")
    public E removeFirst() {
        E first = (E) events[0];
        remove(first);
        return first;
    }

    public void remove(E event) {
        int hole = event.position;
        event.position = Event.NOWHERE;
        size--;
        Event last = events[size];
        events[size] = null;
        if (hole != size) {
            place(hole, last, times[size], orders[size]);
        }
    }

    /** Time at which a waiting event stands in the heap. */
    public double secondsOf(E event) {
        return times[event.position];
    }

    private void place(int at, Event event, double seconds, long order) {
        int parent = (at - 1) >> 2;
        if (at > 0 && before(seconds, order, parent)) {
            rise(at, event, seconds, order);
        } else {
            sink(at, event, seconds, order);
        }
    }

    private void rise(int from, Event event, double seconds, long order) {
        int at = from;
        while (at > 0) {
            int parent = (at - 1) >> 2;
            if (!before(seconds, order, parent)) {
                break;
            }
            shift(parent, at);
            at = parent;
        }
        put(at, event, seconds, order);
    }

    private void sink(int from, Event event, double seconds, long order) {
        int at = from;
        for (int child = 4 * at + 1; child < size; child = 4 * at + 1) {
            int least = child;
            int end = Math.min(child + 4, size);
            for (int other = child + 1; other < end; other++) {
                if (before(times[other], orders[other], least)) {
                    least = other;
                }
            }
            if (before(seconds, order, least)) {
                break;
            }
            shift(least, at);
            at = least;
        }
        put(at, event, seconds, order);
    }

    private boolean before(double seconds, long order, int other) {
        return seconds < times[other] || (seconds == times[other] && order < orders[other]);
    }

    private void shift(int from, int to) {
        put(to, events[from], times[from], orders[from]);
    }

    private void put(int at, Event event, double seconds, long order) {
        times[at] = seconds;
        orders[at] = order;
        events[at] = event;
        event.position = at;
    }
}
