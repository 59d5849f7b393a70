package clock2cloud.app.spot;

/** Who trains in a rehearsal, from its launch to its end: a real process ({@link Child}), or one on paper. */
interface Worker extends AutoCloseable {
    /** Waits until it has started; the epochs that its checkpoint holds. */
    int ready();

    /** Trains one more epoch; the epochs done. */
    int epoch();

    /** Saves a checkpoint; the epochs that it holds. */
    int save();

    /** Dies this far into the next epoch. */
    void dieAtWork(double fraction);

    /** Dies in the middle of writing a checkpoint; whether half a file is left. */
    boolean dieSaving();

    @Override
    void close();
}
