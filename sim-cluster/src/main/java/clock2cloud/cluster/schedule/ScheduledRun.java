package clock2cloud.cluster.schedule;

import java.util.Arrays;
import java.util.List;

/**
 * Who did what when: the result of a schedule.
 *
 * @param workers how many there were
 * @param pieces every task with its worker, start and length, in the order of starting
 * @param overheadSeconds what the workers together spent on getting tasks
 * @param makespanSeconds when the last one ended
 */
public record ScheduledRun(int workers, List<Piece> pieces, double overheadSeconds, double makespanSeconds) {
    /** One task on one worker. */
    public record Piece(int task, int worker, double startSeconds, double seconds) {
        public double endSeconds() {
            return startSeconds + seconds;
        }
    }

    public ScheduledRun {
        pieces = List.copyOf(pieces);
    }

    /** Work done by each worker. */
    public double[] busySeconds() {
        double[] busy = new double[workers];
        pieces.forEach(piece -> busy[piece.worker()] += piece.seconds());
        return busy;
    }

    /** All work. */
    public double workSeconds() {
        return Arrays.stream(busySeconds()).sum();
    }

    /** Time that workers did nothing and got nothing. */
    public double idleSeconds() {
        return workers * makespanSeconds - workSeconds() - overheadSeconds;
    }

    /** Share of the workers' time that was work. */
    public double efficiencyFraction() {
        return makespanSeconds == 0 ? 1 : workSeconds() / (workers * makespanSeconds);
    }

    /** How much longer the busiest worker works than the mean: max / mean - 1. */
    public double imbalanceRatio() {
        double mean = workSeconds() / workers;
        return mean == 0 ? 0 : Arrays.stream(busySeconds()).max().orElse(0) / mean - 1;
    }

    /** Times one worker without overhead. */
    public double speedup() {
        return makespanSeconds == 0 ? 1 : workSeconds() / makespanSeconds;
    }
}
