package clock2cloud.app.spot;

/** Where the wall time of a rehearsal goes. */
final class RehearsalClock {
    private long since;
    private final double[] seconds = new double[3];
    private final int[] counts = new int[3];

    /** What it took on this machine's own clock, each kind in the mean. */
    record Wall(
            double launchSeconds,
            double epochSeconds,
            double dumpSeconds,
            double totalSeconds,
            int epochs,
            int dumps) {}

    void lap() {
        since = System.nanoTime();
    }

    void launched() {
        taken(0);
    }

    void trained() {
        taken(1);
    }

    void dumped() {
        taken(2);
    }

    private void taken(int kind) {
        seconds[kind] += (System.nanoTime() - since) / 1e9;
        counts[kind]++;
        lap();
    }

    double meanEpochSeconds() {
        return mean(1);
    }

    private double mean(int kind) {
        return counts[kind] == 0 ? 0 : seconds[kind] / counts[kind];
    }

    Wall wall(double total) {
        return new Wall(mean(0), mean(1), mean(2), total, counts[1], counts[2]);
    }
}
