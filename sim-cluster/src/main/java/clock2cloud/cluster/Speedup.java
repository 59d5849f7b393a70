package clock2cloud.cluster;

/** How many times faster, or how many times more, with so many workers than with one. */
public interface Speedup {
    /** Times one worker. */
    double speedup(double workers);

    /** Speedup per worker. */
    default double efficiencyFraction(double workers) {
        return speedup(workers) / workers;
    }
}
