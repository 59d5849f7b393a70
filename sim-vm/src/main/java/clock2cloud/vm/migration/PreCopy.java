package clock2cloud.vm.migration;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Live migration by pre-copy: round 1 sends all memory, each further round what was dirtied during the last one,
 * <i>V<sub>i+1</sub> = min(W, V<sub>i</sub> D / R)</i>, until it is at most the stop size or the rounds are used up; then
 * the machine is stopped and the rest is sent.
 *
 * @param ramBytes memory M
 * @param bandwidthBytesPerSecond R
 * @param dirtyBytesPerSecond D
 * @param workingSetBytes W, the most that can be dirty at once; M if unknown
 * @param stopBytes size at which the machine is stopped
 * @param maximumRounds rounds before it is stopped anyway; 30 in Xen
 * @param switchOverSeconds time to start on the other side, added to the downtime
 */
public record PreCopy(
        double ramBytes,
        double bandwidthBytesPerSecond,
        double dirtyBytesPerSecond,
        double workingSetBytes,
        double stopBytes,
        int maximumRounds,
        double switchOverSeconds) {
    /** One round of copying. */
    public record Round(int number, double fromSeconds, double seconds, double bytes) {}

    /**
     * The course of the migration.
     *
     * @param rounds the rounds while the machine runs; the last copy is not among them
     * @param converged whether the rest fell to the stop size
     */
    public record Result(
            List<Round> rounds, boolean converged, double totalSeconds, double downtimeSeconds, double sentBytes) {}

    public PreCopy {
        positive(ramBytes, "migration: memory", "bytes");
        positive(bandwidthBytesPerSecond, "migration: bandwidth", "bytes/s");
        notNegative(dirtyBytesPerSecond, "migration: dirty rate", "bytes/s");
        positive(workingSetBytes, "migration: working set", "bytes");
        notNegative(stopBytes, "migration: stop size", "bytes");
        atLeastOne(maximumRounds, "migration: rounds");
        require(maximumRounds <= 1_000_000, () -> "migration: at most a million rounds, not " + number(maximumRounds));
        notNegative(switchOverSeconds, "migration: switch-over", "s");
    }

    /** Xen's 30 rounds, all memory may be dirty, no switch-over time. */
    public static PreCopy of(double ramBytes, double bandwidth, double dirty, double stopBytes) {
        return new PreCopy(ramBytes, bandwidth, dirty, ramBytes, stopBytes, 30, 0);
    }

    /** Runs the rounds, with all of the bandwidth. */
    public Result run() {
        CopyRounds rounds = new CopyRounds(this);
        for (OptionalDouble bytes = rounds.next(0); bytes.isPresent(); ) {
            bytes = rounds.next(bytes.getAsDouble() / bandwidthBytesPerSecond);
        }
        return rounds.result();
    }
}
