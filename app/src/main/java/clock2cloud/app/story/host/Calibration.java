package clock2cloud.app.story.host;

import clock2cloud.nn.Operation;
import java.util.List;
import java.util.Optional;

/**
 * What the micro-benchmarks found out about this machine: seconds of single operations of the trainer, of its barrier, the
 * peak of its fastest product, and how real steps of made-up nets compare with the sum of their operations.
 *
 * @param fingerprint of processor, Java and trainer; a calibration with another one is not used
 * @param day when it was made (ISO date)
 * @param budgetSeconds what each operation was timed for
 * @param peakFlopsPerSecond of the fastest timed operation on one thread
 */
public record Calibration(
        String fingerprint,
        String day,
        String processor,
        int processors,
        Optional<Double> clockHertz,
        double budgetSeconds,
        double peakFlopsPerSecond,
        List<Timed> timed,
        List<Barrier> barriers,
        List<Composed> composed) {
    public Calibration {
        timed = List.copyOf(timed);
        barriers = List.copyOf(barriers);
        composed = List.copyOf(composed);
    }

    /** Seconds of one operation on a number of threads. */
    public record Timed(int threads, Operation.Kind kind, String activation, int m, int n, int k, double seconds) {}

    /** Seconds of one barrier. */
    public record Barrier(int threads, double seconds) {}

    /** A made-up net's measured step beside the sum of its operations. */
    public record Composed(int threads, String net, double sumSeconds, double bytes, double calls, double stepSeconds) {
        public double stepRatio() {
            return stepSeconds / sumSeconds;
        }
    }

    Calibration withComposed(List<Composed> steps) {
        return new Calibration(
                fingerprint,
                day,
                processor,
                processors,
                clockHertz,
                budgetSeconds,
                peakFlopsPerSecond,
                timed,
                barriers,
                steps);
    }

    /** Numbers of threads that were timed. */
    public List<Integer> threads() {
        return barriers.stream().map(Barrier::threads).toList();
    }
}
