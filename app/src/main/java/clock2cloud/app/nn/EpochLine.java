package clock2cloud.app.nn;

import clock2cloud.app.table.Explanation;
import clock2cloud.nn.Epoch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One epoch as the nn commands print it. */
record EpochLine(
        int epoch,
        double seconds,
        double samplesPerSecond,
        double gflops,
        double trainLoss,
        double testLoss,
        double testAccuracy) {
    static EpochLine of(Epoch epoch) {
        return new EpochLine(
                epoch.epoch(),
                epoch.seconds(),
                epoch.samplesPerSecond(),
                epoch.flopsPerSecond() / 1e9,
                epoch.trainLoss(),
                epoch.testLoss(),
                epoch.testAccuracy());
    }

    String words() {
        return String.format(
                Locale.ROOT,
                "epoch %d: %.3f s, %,.0f images/s, %.1f GFLOP/s, train loss %.4f, test accuracy %.2f%%",
                epoch,
                seconds,
                samplesPerSecond,
                gflops,
                trainLoss,
                100 * testAccuracy);
    }

    /** How an epoch's speed comes about: with what numbers, and what is not in its seconds. */
    static Explanation speed(String numbers, String leftOut) {
        return Explanation.of(
                "Speed of an epoch",
                "work of its steps / seconds of training; a multiply-add is two operations",
                numbers,
                leftOut,
                "the operations that this trainer does, counted one by one");
    }

    /** Epochs as a checkpoint keeps them, one a line. */
    static String text(List<EpochLine> epochs) {
        StringBuilder text = new StringBuilder();
        for (EpochLine one : epochs) {
            text.append(one.epoch)
                    .append(' ')
                    .append(one.seconds)
                    .append(' ')
                    .append(one.samplesPerSecond)
                    .append(' ');
            text.append(one.gflops)
                    .append(' ')
                    .append(one.trainLoss)
                    .append(' ')
                    .append(one.testLoss)
                    .append(' ');
            text.append(one.testAccuracy).append('\n');
        }
        return text.toString();
    }

    static List<EpochLine> parse(String text) {
        List<EpochLine> epochs = new ArrayList<>();
        for (String line : text.lines().toList()) {
            String[] cells = line.split(" ", -1);
            double[] values = new double[7];
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.parseDouble(cells[i]);
            }
            epochs.add(
                    new EpochLine((int) values[0], values[1], values[2], values[3], values[4], values[5], values[6]));
        }
        return epochs;
    }
}
