package clock2cloud.cluster.job;

/** Hears how work or a message ended. */
interface Ended {
    /** It was done, or was lost to a failure. */
    void ended(boolean done);
}
