package clock2cloud.nn;

/**
 * What one pass over the training set gave.
 *
 * @param epoch counted from 1
 * @param seconds of training, without the test
 * @param flopsPerSecond by {@link Work}'s count of operations
 * @param trainLoss mean cost of a row, as it was met
 * @param test the net after it, held against the test set
 */
public record Epoch(
        int epoch, double seconds, double samplesPerSecond, double flopsPerSecond, double trainLoss, Evaluation test) {
    public double testLoss() {
        return test.loss();
    }

    public double testAccuracy() {
        return test.accuracy();
    }
}
