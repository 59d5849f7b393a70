package clock2cloud.app.cluster;

import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.cluster.DataParallelTraining;

/**
 * How long a step of two processes over loopback takes by the law of {@link DataParallelTraining}, whose four numbers come from
 * steps with half and with twice the rows and the numbers to agree on. The step itself is not among them.
 *
 * @param computeSeconds h + c rows
 * @param allReduceSeconds 2 (a + g / (2 b)), the ring of two
 * @param latencySeconds a, of a message between the two processes
 * @param bytesPerSecond b, between them
 */
record LoopbackForecast(
        double computeSeconds,
        double allReduceSeconds,
        double stepSeconds,
        double latencySeconds,
        double bytesPerSecond) {
    private static final double TINY = 1e-15;

    /** A step of two workers: the slower one's compute, and the exchange of the one that need not wait for the other. */
    record Step(double computeSeconds, double allReduceSeconds) {
        /** Compute and all-reduce of both workers stand one after the other from a place on. */
        static Step of(double[] one, double[] other, int at) {
            return new Step(Math.max(one[at], other[at]), Math.min(one[at + 1], other[at + 1]));
        }

        double seconds() {
            return computeSeconds + allReduceSeconds;
        }
    }

    /**
     * @param shorter a step of {@code fewRows} a worker that agrees on half the gradient
     * @param longer a step of {@code batch} rows a worker that agrees on twice the gradient
     * @param batch rows of both workers together in the step that is forecast
     */
    static LoopbackForecast of(Step shorter, Step longer, int fewRows, int batch, double gradientBytes) {
        double sample = Math.max(TINY, (longer.computeSeconds - shorter.computeSeconds) / Math.max(1, batch - fewRows));
        double each = Math.max(0, shorter.computeSeconds - sample * fewRows);
        // the ring's two messages of half of what is agreed on: 2 a + n / b, at half and at twice the gradient
        double secondsPerByte =
                Math.max(TINY, (longer.allReduceSeconds - shorter.allReduceSeconds) / (1.5 * gradientBytes));
        double latency = Math.max(0, shorter.allReduceSeconds - secondsPerByte * gradientBytes / 2) / 2;
        AlphaBeta link = new AlphaBeta(latency, 1 / secondsPerByte);
        DataParallelTraining.Step step =
                new DataParallelTraining(each, sample, gradientBytes, link, AllReduce.RING, 0).strong(2, batch);
        return new LoopbackForecast(
                step.computeSeconds(), step.communicationSeconds(), step.seconds(), latency, link.bytesPerSecond());
    }
}
