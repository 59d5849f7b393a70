package clock2cloud.app.story.inverse;

import clock2cloud.nn.Net;
import clock2cloud.nn.Work;

/**
 * A measured step, and what it did.
 *
 * @param threads that the program was allowed
 * @param calls operations that it started
 */
public record StepTiming(int threads, double flops, double bytes, double calls, double seconds) {
    public StepTiming {
        if (!(threads >= 1 && flops > 0 && bytes > 0 && calls > 0 && seconds > 0)) {
            throw new IllegalArgumentException("a timing needs threads, work and seconds above 0");
        }
    }

    /** A step of a net of this project's trainer. */
    public static StepTiming of(Net net, int batch, int threads, double seconds) {
        Work work = Work.of(net, batch);
        return new StepTiming(threads, work.flopsPerStep(), work.bytesPerStep(), work.callsPerStep(), seconds);
    }

    StepTiming taking(double other) {
        return new StepTiming(threads, flops, bytes, calls, other);
    }
}
