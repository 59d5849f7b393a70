package clock2cloud.cluster.job;

import java.util.Optional;

/**
 * Something that goes wrong at a moment: exactly one of a crash, a slow host, a cut link.
 *
 * @param atSeconds when
 * @param crash the host that crashes; its running work and messages are lost
 * @param slow the host that becomes slow
 * @param factor what is left of its speed, in (0, 1]
 * @param cut the link that is cut, both directions; its flows are lost
 * @param untilSeconds when all is well again; never when absent
 */
public record Failure(
        double atSeconds,
        Optional<String> crash,
        Optional<String> slow,
        Optional<Double> factor,
        Optional<String> cut,
        Optional<Double> untilSeconds) {
    public Failure {
        require(
                atSeconds >= 0 && atSeconds < Double.POSITIVE_INFINITY,
                "atSeconds is " + atSeconds + ", it must be zero or more and finite");
        require(
                (crash.isPresent() ? 1 : 0) + (slow.isPresent() ? 1 : 0) + (cut.isPresent() ? 1 : 0) == 1,
                "a failure needs one of crash, slow, cut");
        require(slow.isPresent() == factor.isPresent(), "slow and factor go together");
        double left = factor.orElse(1.0);
        require(left > 0 && left <= 1, "factor is " + left + ", it must be in (0, 1]");
        require(untilSeconds.orElse(Double.MAX_VALUE) > atSeconds, "untilSeconds is not after atSeconds");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("failure: " + what);
        }
    }

    static Failure crash(double atSeconds, String host, double untilSeconds) {
        return new Failure(
                atSeconds,
                Optional.of(host),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(untilSeconds));
    }
}
