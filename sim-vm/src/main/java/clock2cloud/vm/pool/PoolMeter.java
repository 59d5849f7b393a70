package clock2cloud.vm.pool;

import clock2cloud.vm.pool.PoolResult.Sample;
import java.util.ArrayList;
import java.util.List;

/** What is held and what is left over, sampled at even distances and summed over time. */
final class PoolMeter {
    private final HostPool hosts;
    private final WaitingRoom room;
    private final double sampleSeconds;
    private final List<Sample> samples = new ArrayList<>();
    private double now;
    private double heldCoreSeconds;
    private double offeredCoreSeconds;

    PoolMeter(HostPool hosts, WaitingRoom room, double sampleSeconds) {
        this.hosts = hosts;
        this.room = room;
        this.sampleSeconds = sampleSeconds;
    }

    /** Time goes on to {@code next}, and nothing changes on the way. */
    void advance(double next) {
        while (samples.size() * sampleSeconds < next) {
            sample(samples.size() * sampleSeconds);
        }
        double step = next - now;
        heldCoreSeconds += step * hosts.held().cores();
        offeredCoreSeconds += step * hosts.capacity().cores();
        now = next;
    }

    /** To the horizon, with a last sample there if one is due. */
    void end(double horizon) {
        advance(horizon);
        if (samples.size() * sampleSeconds <= horizon * (1 + 1e-12)) {
            sample(horizon);
        }
    }

    private void sample(double time) {
        Bundle held = hosts.held();
        Bundle all = hosts.capacity();
        samples.add(new Sample(
                time,
                hosts.liveMachines(),
                hosts.hostsInUse(),
                room.size(),
                held.cores(),
                all.cores() - held.cores(),
                held.ramBytes(),
                all.ramBytes() - held.ramBytes()));
    }

    List<Sample> samples() {
        return List.copyOf(samples);
    }

    double heldCoreSeconds() {
        return heldCoreSeconds;
    }

    double offeredCoreSeconds() {
        return offeredCoreSeconds;
    }
}
