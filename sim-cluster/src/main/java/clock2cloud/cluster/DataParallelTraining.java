package clock2cloud.cluster;

import java.util.OptionalInt;

/**
 * A training step on p machines that each take a share of the batch and then agree on the gradient.
 *
 * <p>t(p) = h + b(p) c + T<sub>all-reduce</sub>(p, g), less what overlaps: strong scaling splits one batch B, b = ceil(B / p);
 * weak scaling gives every machine b = B. Source: A. Qi, E. Sparks, A. Talwalkar, <i>Paleo</i>, ICLR 2017, sec. 3.3. Leaves out
 * stragglers, and that a larger batch may need more epochs.
 *
 * @param stepSeconds h, what a step costs whatever the batch
 * @param sampleSeconds c, compute of one sample
 * @param gradientBytes g, the gradient of all weights
 * @param link between any two machines
 * @param algorithm how they agree
 * @param overlapFraction share of the compute under which communication hides, 0 to 1
 */
public record DataParallelTraining(
        double stepSeconds,
        double sampleSeconds,
        double gradientBytes,
        AlphaBeta link,
        AllReduce algorithm,
        double overlapFraction) {
    private static final String LAW = "Data-parallel training";

    public DataParallelTraining {
        Domain.notNegative(LAW, "stepSeconds", stepSeconds);
        Domain.positive(LAW, "sampleSeconds", sampleSeconds);
        Domain.notNegative(LAW, "gradientBytes", gradientBytes);
        Domain.fraction(LAW, "overlapFraction", overlapFraction);
    }

    /** One step's parts. */
    public record Step(int workers, double computeSeconds, double communicationSeconds, double hiddenSeconds) {
        public double seconds() {
            return computeSeconds
                    + (communicationSeconds
                            - hiddenSeconds); // in this order never below the compute, rounding included
        }

        /** Share of the step that is not compute. */
        public double communicationFraction() {
            return (communicationSeconds - hiddenSeconds) / seconds();
        }
    }

    /** A step of p machines that split a batch. */
    public Step strong(int workers, int batch) {
        Domain.atLeast(1, LAW, "workers", workers);
        Domain.atLeast(1, LAW, "batch", batch);
        return step(workers, (batch + workers - 1) / workers);
    }

    /** A step of p machines with a batch each. */
    public Step weak(int workers, int batchPerWorker) {
        Domain.atLeast(1, LAW, "workers", workers);
        Domain.atLeast(1, LAW, "batch", batchPerWorker);
        return step(workers, batchPerWorker);
    }

    /** How many times faster p machines do the same batch. */
    public double strongSpeedup(int workers, int batch) {
        return strong(1, batch).seconds() / strong(workers, batch).seconds();
    }

    /** How many times the samples per second of one machine. */
    public double weakSpeedup(int workers, int batchPerWorker) {
        return workers
                * weak(1, batchPerWorker).seconds()
                / weak(workers, batchPerWorker).seconds();
    }

    /** The first number of machines that is slower than one fewer, up to a most; empty when none is. */
    public OptionalInt slowerFrom(int batch, int mostWorkers) {
        for (int p = 2; p <= mostWorkers; p++) {
            if (strong(p, batch).seconds() > strong(p - 1, batch).seconds()) {
                return OptionalInt.of(p);
            }
        }
        return OptionalInt.empty();
    }

    /** The number of machines with the shortest step, up to a most. */
    public int bestWorkers(int batch, int mostWorkers) {
        int best = 1;
        for (int p = 2; p <= mostWorkers; p++) {
            best = strong(p, batch).seconds() < strong(best, batch).seconds() ? p : best;
        }
        return best;
    }

    private Step step(int workers, int samples) {
        double compute = stepSeconds + samples * sampleSeconds;
        double communication = algorithm.seconds(link, workers, gradientBytes);
        return new Step(workers, compute, communication, Math.min(communication, overlapFraction * compute));
    }
}
