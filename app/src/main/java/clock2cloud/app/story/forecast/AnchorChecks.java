package clock2cloud.app.story.forecast;

import clock2cloud.app.TrustLine;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a few measurements of a device that was never seen make of its forecasts. */
public final class AnchorChecks {
    private static final int DRAWS = 100;

    private static final long SEED = 1;

    private static final String JUSTUS = "Justus et al. 2018 (Apache-2.0)";

    private static final String OWN = "our own timings, PyTorch 2.11";

    private static final String DRAWN = "the others of its steps, over " + DRAWS
            + " draws of what is measured; how far to move is told by other generations alone";

    private AnchorChecks() {}

    /** A device, and what is measured of it at most. */
    private record Device(String name, String source, Transfers.Transfer transfer, int most, boolean claimed) {}

    public static List<TrustLine> lines() {
        List<TrustLine> lines = new ArrayList<>();
        for (Device device : List.of(
                new Device("k80 layers by the p100's", JUSTUS, Transfers.layers("k80", "p100"), 10, true),
                new Device("p100 layers by the k80's", JUSTUS, Transfers.layers("p100", "k80"), 10, true),
                new Device(
                        "g4dn.xlarge's convolutional nets by an H200's",
                        "ddps-lab/profet @e69477fe6ea4 (MIT)",
                        Transfers.nets("g4dn.xlarge", "h200"),
                        10,
                        true),
                new Device(
                        "an H200's kernels of convolutional nets by g4dn.xlarge's",
                        OWN,
                        Transfers.kernels("h200", "g4dn.xlarge"),
                        10,
                        true),
                new Device(
                        "an H200's kernels of dense nets by the p100's",
                        OWN,
                        Transfers.denseKernels("h200", "p100"),
                        5,
                        false))) {
            AnchorTrial trial = AnchorTrial.of(device.transfer());
            double none = trial.run(0, 1, SEED).meanError();
            lines.add(line(device, trial, 1, none));
            lines.add(line(device, trial, device.most(), none));
        }
        return lines;
    }

    private static TrustLine line(Device device, AnchorTrial trial, int count, double none) {
        AnchorTrial.Outcome outcome = trial.run(count, DRAWS, SEED);
        TrustLine line = TrustLine.ofMean(
                        "story",
                        "GPU never seen, " + count + " of its own steps measured: " + device.name() + " factors",
                        device.source(),
                        DRAWN,
                        outcome.forecast(),
                        outcome.timed(),
                        count == 1 ? 0.3 : 0.2)
                .withCoverage(outcome.held90(), Optional.of(outcome.held80()))
                .withNoise("as the lines without")
                .withBaseline("none measured", none)
                .withBaseline("all scaled alike", outcome.scaledError());
        return device.claimed() ? line : line.bounded(TrustLine.Bound.NONE, 0);
    }
}
