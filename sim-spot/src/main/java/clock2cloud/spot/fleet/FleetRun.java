package clock2cloud.spot.fleet;

import clock2cloud.spot.price.PricePath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A fleet that is kept at its target over zones whose prices move: where the price rises above the bid everything is taken
 * away at once, and what is missing is launched again at the same moment where the strategy says, in zones at or under the
 * bid and under on-demand. What runs is never moved. All zones have the same instance type, one unit each.
 */
public final class FleetRun {
    private final List<PricePath> zones;
    private final FleetStrategy strategy;
    private final int target;
    private final double bidDollarsPerHour;
    private final double onDemandDollarsPerHour;
    private final double restartSeconds;

    private final int[] running;
    private final List<Cohort> cohorts = new ArrayList<>();
    private double working;
    private double full;
    private double empty;
    private double cost;
    private int launched;
    private int lost;
    private int lostAtOnce;

    public FleetRun(
            List<PricePath> zones,
            FleetStrategy strategy,
            int target,
            double bidDollarsPerHour,
            double onDemandDollarsPerHour,
            double restartSeconds) {
        if (zones.isEmpty() || target < 1 || target > 1_000_000) {
            throw new IllegalArgumentException(
                    "fleet: " + zones.size() + " zones and a target of " + target + " must be at least one of each");
        }
        if (!(bidDollarsPerHour > 0) || !(onDemandDollarsPerHour > 0) || !(restartSeconds >= 0)) {
            throw new IllegalArgumentException("fleet: bid " + bidDollarsPerHour + " $/h and on-demand "
                    + onDemandDollarsPerHour + " $/h must be more than 0, and the restart " + restartSeconds
                    + " s 0 or more");
        }
        this.zones = List.copyOf(zones);
        this.strategy = strategy;
        this.target = target;
        this.bidDollarsPerHour = bidDollarsPerHour;
        this.onDemandDollarsPerHour = onDemandDollarsPerHour;
        this.restartSeconds = restartSeconds;
        this.running = new int[zones.size()];
    }

    /** Instances launched at one moment in one zone. */
    private record Cohort(int zone, double launchSeconds, int count) {}

    /** From the time that all zones' records have begun until the first of them ends. */
    public FleetOutcome run() {
        Arrays.fill(running, 0);
        cohorts.clear();
        working = full = empty = cost = 0;
        launched = lost = lostAtOnce = 0;
        double end = zones.stream().mapToDouble(PricePath::endSeconds).min().orElseThrow();
        double begin = zones.stream().mapToDouble(PricePath::startSeconds).max().orElseThrow();
        double now = begin;
        while (now < end) {
            double next = Math.min(end, nextChange(now));
            evict(now);
            fill(now);
            pass(now, next);
            now = next;
        }
        cohorts.forEach(cohort -> credit(cohort, end));
        double hours = (end - begin) / 3600;
        return new FleetOutcome(
                working / 3600 / (hours * target),
                full / 3600 / hours,
                empty / 3600 / hours,
                launched,
                lost,
                lostAtOnce,
                cost,
                working > 0 ? cost / (working / 3600) : 0);
    }

    private double nextChange(double now) {
        double next = Double.POSITIVE_INFINITY;
        for (PricePath zone : zones) {
            next = Math.min(next, zone.endOf(zone.stretchAt(now)));
        }
        return next;
    }

    private void evict(double now) {
        int gone = 0;
        for (int zone = 0; zone < running.length; zone++) {
            if (zones.get(zone).at(now) > bidDollarsPerHour && running[zone] > 0) {
                gone += running[zone];
                running[zone] = 0;
                int dead = zone;
                cohorts.stream().filter(cohort -> cohort.zone() == dead).forEach(cohort -> credit(cohort, now));
                cohorts.removeIf(cohort -> cohort.zone() == dead);
            }
        }
        lost += gone;
        lostAtOnce = Math.max(lostAtOnce, gone);
    }

    private void credit(Cohort cohort, double end) {
        working += cohort.count() * Math.max(0, end - cohort.launchSeconds() - restartSeconds);
    }

    private void fill(double now) {
        int missing = target - Arrays.stream(running).sum();
        if (missing == 0) {
            return;
        }
        int[] before = running.clone();
        double[] offers = offers(now);
        for (int i = 0, zone = 0; i < missing && zone >= 0; i++) {
            zone = strategy.next(running, offers);
            if (zone >= 0) {
                running[zone]++;
                launched++;
            }
        }
        for (int zone = 0; zone < running.length; zone++) {
            if (running[zone] > before[zone]) {
                cohorts.add(new Cohort(zone, now, running[zone] - before[zone]));
            }
        }
    }

    /** The price of every zone; infinite where the fleet may not enter. */
    private double[] offers(double now) {
        double most = Math.min(bidDollarsPerHour, Math.nextDown(onDemandDollarsPerHour));
        return zones.stream()
                .mapToDouble(zone -> zone.at(now) <= most ? zone.at(now) : Double.POSITIVE_INFINITY)
                .toArray();
    }

    private void pass(double now, double next) {
        int all = 0;
        for (int zone = 0; zone < running.length; zone++) {
            all += running[zone];
            cost += running[zone] * zones.get(zone).at(now) * (next - now) / 3600;
        }
        full += all == target ? next - now : 0;
        empty += all == 0 ? next - now : 0;
    }
}
