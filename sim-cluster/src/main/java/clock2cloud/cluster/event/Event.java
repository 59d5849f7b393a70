package clock2cloud.cluster.event;

/**
 * Something that happens at a moment. It carries its own place in the heap, so that scheduling allocates nothing and
 * moving or cancelling it needs no search.
 */
public abstract class Event {
    static final int NOWHERE = -1;

    int position = NOWHERE;

    /** Called once, when the clock has reached the event. */
    protected abstract void happen();

    /** True while the event waits in a heap. */
    public final boolean isScheduled() {
        return position != NOWHERE;
    }

    /** An event that runs an action. */
    public static Event of(Runnable action) {
        return new Event() {
            @Override
            protected void happen() {
                action.run();
            }
        };
    }
}
