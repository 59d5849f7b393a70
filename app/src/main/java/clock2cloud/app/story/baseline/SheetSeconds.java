package clock2cloud.app.story.baseline;

import clock2cloud.nn.Operation;
import java.util.List;

/**
 * Seconds of some work by a data sheet alone: its operations over the peak; of each operation the longer of that and its bytes
 * over the memory's speed; the sum of both.
 */
public record SheetSeconds(double flopsOverPeak, double roofline, double paleo) {
    public static final SheetSeconds NONE = new SheetSeconds(0, 0, 0);

    /** Of one operation. */
    public static SheetSeconds of(double flops, double bytes, double peakFlopsPerSecond, double bytesPerSecond) {
        double compute = flops / peakFlopsPerSecond;
        double traffic = bytes / bytesPerSecond;
        return new SheetSeconds(compute, Math.max(compute, traffic), compute + traffic);
    }

    /** Of several, one after the other. */
    public static SheetSeconds of(List<Operation> operations, double peakFlopsPerSecond, double bytesPerSecond) {
        return operations.stream()
                .map(one -> of(
                        (double) one.flops(),
                        (double) (one.bytesRead() + one.bytesWritten()),
                        peakFlopsPerSecond,
                        bytesPerSecond))
                .reduce(NONE, SheetSeconds::plus);
    }

    public SheetSeconds plus(SheetSeconds more) {
        return new SheetSeconds(flopsOverPeak + more.flopsOverPeak, roofline + more.roofline, paleo + more.paleo);
    }

    public SheetSeconds times(double count) {
        return new SheetSeconds(flopsOverPeak * count, roofline * count, paleo * count);
    }
}
