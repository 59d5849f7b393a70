package clock2cloud.cluster.event;

/**
 * Simulated time: events happen in order of time, equal times in order of scheduling. The clock never runs backwards
 * and is never rounded.
 */
public final class Timeline {
    private final EventHeap<Event> waiting = new EventHeap<>();
    private double nowSeconds;
    private long happened;

    public double nowSeconds() {
        return nowSeconds;
    }

    /** Number of events that have happened. */
    public long happened() {
        return happened;
    }

    /** Lets an event happen at a moment that is not past; a waiting event is moved there. */
    public void schedule(Event event, double atSeconds) {
        require(atSeconds);
        if (event.isScheduled()) {
            waiting.move(event, atSeconds);
        } else {
            waiting.add(event, atSeconds);
        }
    }

    /** Lets an event happen now, after all others of this moment, also those that are scheduled later on. */
    public void scheduleLast(Event event) {
        waiting.addLast(event, nowSeconds);
    }

    public void cancel(Event event) {
        if (event.isScheduled()) {
            waiting.remove(event);
        }
    }

    /** Runs until nothing waits any more. */
    public void run() {
        run(Double.POSITIVE_INFINITY);
    }

    /** Runs all events up to a moment, that moment included. */
    public void run(double untilSeconds) {
        while (!waiting.isEmpty() && waiting.firstSeconds() <= untilSeconds) {
            nowSeconds = waiting.firstSeconds();
            happened++;
            waiting.removeFirst().happen();
        }
    }

    private void require(double atSeconds) {
        if (!(atSeconds >= nowSeconds && atSeconds < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "an event at " + atSeconds + " s cannot be scheduled at " + nowSeconds + " s");
        }
    }
}
