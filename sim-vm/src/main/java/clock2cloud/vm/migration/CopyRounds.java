package clock2cloud.vm.migration;

import clock2cloud.vm.network.Sender;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/** A pre-copy as it goes, whatever each of its rounds takes. */
final class CopyRounds implements Sender {
    private final PreCopy law;
    private final List<PreCopy.Round> rounds = new ArrayList<>();
    private double left;
    private double now;
    private double sent;
    private double downtime;
    private boolean begun;
    private boolean stopped;

    CopyRounds(PreCopy law) {
        this.law = law;
        left = law.ramBytes();
    }

    private boolean goesOn() {
        return left > law.stopBytes() && rounds.size() < law.maximumRounds();
    }

    @Override
    public OptionalDouble next(double lastSeconds) {
        if (stopped) {
            downtime = lastSeconds + law.switchOverSeconds();
            sent += left;
            return OptionalDouble.empty();
        }
        if (begun) {
            rounds.add(new PreCopy.Round(rounds.size() + 1, now, lastSeconds, left));
            now += lastSeconds;
            sent += left;
            left = Math.min(law.workingSetBytes(), lastSeconds * law.dirtyBytesPerSecond());
        }
        begun = goesOn();
        stopped = !begun;
        return OptionalDouble.of(left);
    }

    PreCopy.Result result() {
        return new PreCopy.Result(List.copyOf(rounds), left <= law.stopBytes(), now + downtime, downtime, sent);
    }
}
