package clock2cloud.app.story.forecast;

import java.util.List;
import java.util.Optional;

/**
 * What a forecast says.
 *
 * @param line of the file that asked for it, where one did
 * @param imagePixels width and height of the pictures, where it convolves
 * @param warmUpSeconds that the run takes besides its epochs: a fresh Java process compiles the trainer in its first one
 * @param limitingTerm the largest part of a step
 * @param trust {@code measured} here, {@code published}, or by {@code data sheet}
 * @param flags what a reader should know before believing it
 * @param parts of a step: the waterfall
 */
public record Forecast(
        Optional<Integer> line,
        String machine,
        String net,
        Optional<Integer> imagePixels,
        int batch,
        int epochs,
        int rows,
        int validationRows,
        String optimizer,
        String framework,
        int threads,
        double secondsPerStep,
        double secondsPerEpoch,
        double secondsPerRun,
        double warmUpSeconds,
        Bounds step,
        Bounds epoch,
        Bounds run,
        String limitingTerm,
        String trust,
        List<String> flags,
        double memoryBytes,
        Optional<Cost> cost,
        List<Part> parts) {
    /** Four in ten runs fall on either side of the middle within the 80% bounds, 4.5 within the 90% ones. */
    public record Bounds(double low90Seconds, double low80Seconds, double high80Seconds, double high90Seconds) {
        static Bounds of(double seconds, Interval interval) {
            return new Bounds(
                    seconds * Math.exp(-interval.less90()),
                    seconds * Math.exp(-interval.less80()),
                    seconds * Math.exp(interval.more80()),
                    seconds * Math.exp(interval.more90()));
        }

        public boolean holds90(double seconds) {
            return seconds >= low90Seconds && seconds <= high90Seconds;
        }
    }

    Forecast ofLine(int number) {
        return new Forecast(
                Optional.of(number),
                machine,
                net,
                imagePixels,
                batch,
                epochs,
                rows,
                validationRows,
                optimizer,
                framework,
                threads,
                secondsPerStep,
                secondsPerEpoch,
                secondsPerRun,
                warmUpSeconds,
                step,
                epoch,
                run,
                limitingTerm,
                trust,
                flags,
                memoryBytes,
                cost,
                parts);
    }

    /** What the run costs, and what its 90% bounds would. */
    public record Cost(
            double dollars,
            double low90Dollars,
            double high90Dollars,
            double dollarsPerHour,
            String billing,
            String region,
            String day) {}
}
