package clock2cloud.vm.scheduler;

/** One virtual CPU in the simulation: its place in the run queue, and its own bookkeeping. */
final class VirtualCpu {
    /** Where it is. */
    enum State {
        READY,
        RUNNING,
        PAUSED,
        THROTTLED
    }

    final GuestState guest;
    final int number;
    State state = State.READY;
    /** Present share of the guest's weight. */
    double weight = 1;
    /** Work done over weight: the stride scheduler's pass, the fair scheduler's virtual run time. */
    double virtualSeconds;
    /** The credit scheduler's account, in seconds of CPU. */
    double creditSeconds;
    /** The credit scheduler's reward for having slept. */
    boolean boosted;
    /** Order of arrival in the queue, which breaks ties. */
    long queuedAt;

    long stepNanosLeft;
    long stepSince;
    long stateSince;
    long ranNanos;
    long readyNanos;
    long throttledNanos;
    long pausedNanos;

    VirtualCpu(GuestState guest, int number) {
        this.guest = guest;
        this.number = number;
    }

    void enter(State next, long now) {
        long spent = now - stateSince;
        switch (state) {
            case READY -> readyNanos += spent;
            case RUNNING -> ranNanos += spent;
            case PAUSED -> pausedNanos += spent;
            case THROTTLED -> throttledNanos += spent;
        }
        state = next;
        stateSince = now;
    }
}
