package clock2cloud.vm.pool;

import clock2cloud.vm.Refusal;
import clock2cloud.vm.pool.PoolResult.Outcome;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;

/** One run of a {@link PoolSimulation}: the event loop. */
final class PoolRun {
    private record Repair(double timeSeconds, int host) implements Comparable<Repair> {
        @Override
        public int compareTo(Repair other) {
            return Double.compare(timeSeconds, other.timeSeconds);
        }
    }

    private final PoolSimulation pool;
    private final PlacementPolicy placement;
    private final HostPool hosts;
    private final WaitingRoom room;
    private final Departures departures = new Departures();
    private final PriorityQueue<Repair> repairs = new PriorityQueue<>();
    private final Arrivals arrivals;
    private final PoolMeter meter;
    private final double horizon;
    private final boolean keepOutcomes;
    private int failed;
    private final Set<VmRequest> waitingToRestart = Collections.newSetFromMap(new IdentityHashMap<>());
    private VmRequest[] requests = new VmRequest[16];
    private double[] starts = new double[16];
    private int[] stays = new int[16];
    private final List<Outcome> outcomes = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final List<Refusal> lost = new ArrayList<>();
    private double now;
    private int placed;
    private int ended;
    private int restarted;
    private int peak;
    private double waited;

    PoolRun(
            PoolSimulation pool,
            Iterator<VmRequest> arrivals,
            double horizon,
            double sampleSeconds,
            boolean keepOutcomes) {
        this.pool = pool;
        this.arrivals = new Arrivals(arrivals);
        this.horizon = horizon;
        this.keepOutcomes = keepOutcomes;
        placement = pool.placement().get();
        hosts = new HostPool(pool.hosts(), pool.overcommit());
        room = new WaitingRoom(pool.waiting());
        meter = new PoolMeter(hosts, room, sampleSeconds);
    }

    PoolResult result() {
        while (true) {
            double arrival = arrivals.nextTime();
            double departure = departures.nextTime();
            double failure = failed < pool.failures().size()
                    ? pool.failures().get(failed).timeSeconds()
                    : Double.POSITIVE_INFINITY;
            double repair = repairs.isEmpty()
                    ? Double.POSITIVE_INFINITY
                    : repairs.element().timeSeconds();
            double next = Math.min(Math.min(arrival, departure), Math.min(failure, repair));
            if (next > horizon) {
                break;
            }
            meter.advance(next);
            now = next;
            if (departure == next) {
                depart();
            } else if (repair == next) {
                hosts.repair(repairs.remove().host());
                serve();
            } else if (failure == next) {
                fail(pool.failures().get(failed++));
            } else {
                arrive();
            }
        }
        meter.end(horizon);
        now = horizon;
        return finish();
    }

    /** All that arrive at this moment, so that a waiting rule can order them. */
    private void arrive() {
        while (arrivals.nextTime() == now) {
            VmRequest request = arrivals.next();
            if (!hosts.everFits(request.size())) {
                refusals.add(new Refusal(request.name(), "larger than any host: " + request.size()));
            } else if (pool.waiting() == WaitingRule.REFUSE) {
                int slot = hosts.place(request.size(), placement);
                if (slot < 0) {
                    refusals.add(new Refusal(request.name(), "no host has room for " + request.size()));
                } else {
                    start(request, slot, request.lifetimeSeconds());
                }
            } else {
                room.add(request);
            }
        }
        serve();
    }

    private void serve() {
        Set<ArrayDeque<VmRequest>> blocked = new HashSet<>();
        while (room.size() > 0) {
            Optional<ArrayDeque<VmRequest>> queue = room.next(hosts.capacity(), blocked);
            if (queue.isEmpty()) {
                return;
            }
            VmRequest request = queue.get().element();
            int slot = hosts.place(request.size(), placement);
            if (slot < 0) {
                blocked.add(queue.get());
            } else {
                room.take(queue.get());
                waited += now - request.arrivalSeconds();
                if (waitingToRestart.remove(request)) {
                    restarted++;
                }
                start(request, slot, request.lifetimeSeconds());
            }
        }
    }

    private void start(VmRequest request, int slot, double lifetime) {
        if (slot >= requests.length) {
            int length = HostPool.grown(slot);
            requests = Arrays.copyOf(requests, length);
            starts = Arrays.copyOf(starts, length);
            stays = Arrays.copyOf(stays, length);
        }
        requests[slot] = request;
        starts[slot] = now;
        placed++;
        peak = Math.max(peak, hosts.hostsInUse());
        room.started(request, 1);
        if (now + lifetime < Double.POSITIVE_INFINITY) {
            departures.add(now + lifetime, slot, stays[slot]);
        }
    }

    private void depart() {
        int slot = departures.nextSlot();
        boolean current = departures.nextStay() == stays[slot];
        departures.removeFirst();
        if (current) {
            ended++;
            leave(slot);
            serve();
        }
    }

    private void leave(int slot) {
        VmRequest request = requests[slot];
        room.started(request, -1);
        if (keepOutcomes) {
            outcomes.add(new Outcome(request.name(), request.tenant(), hosts.hostOf(slot), starts[slot], now, false));
        }
        stays[slot]++;
        hosts.remove(slot);
    }

    /**
     * The machines of a failed host start again elsewhere, the largest first, with what is left of their lives; where
     * machines may wait, they wait for room or for the repair.
     */
    private void fail(HostFailure failure) {
        int host = failure.host();
        if (hosts.broken(host)) {
            return;
        }
        List<VmRequest> down = new ArrayList<>();
        for (int slot : hosts.machinesOn(host)) {
            VmRequest r = requests[slot];
            double left = Math.max(Double.MIN_NORMAL, starts[slot] + r.lifetimeSeconds() - now);
            down.add(new VmRequest(r.name(), r.tenant(), now, left, r.size()));
            leave(slot);
        }
        hosts.fail(host);
        repairs.add(new Repair(failure.timeSeconds() + failure.repairSeconds(), host));
        down.sort(
                java.util.Comparator.comparingDouble((VmRequest r) -> -r.size().cores())
                        .thenComparingDouble(r -> -r.size().ramBytes()));
        for (VmRequest request : down) {
            int slot = hosts.place(request.size(), placement);
            if (slot >= 0) {
                restarted++;
                placed--;
                start(request, slot, request.lifetimeSeconds());
            } else if (pool.waiting() != WaitingRule.REFUSE && hosts.everFits(request.size())) {
                placed--;
                waitingToRestart.add(request);
                room.add(request);
            } else {
                lost.add(new Refusal(
                        request.name(),
                        "host " + host + " failed at " + now + " s, and no host has room for " + request.size()));
            }
        }
    }

    private PoolResult finish() {
        int running = hosts.liveMachines();
        for (int host = 0; keepOutcomes && host < hosts.hosts(); host++) {
            for (int slot : hosts.machinesOn(host)) {
                outcomes.add(
                        new Outcome(requests[slot].name(), requests[slot].tenant(), host, starts[slot], horizon, true));
            }
        }
        outcomes.sort(java.util.Comparator.comparingDouble(Outcome::startSeconds));
        while (room.size() > 0) {
            VmRequest request = room.take(room.next(hosts.capacity(), Set.of()).orElseThrow());
            refusals.add(new Refusal(request.name(), "still waiting at the end for " + request.size()));
        }
        return new PoolResult(
                meter.samples(),
                List.copyOf(outcomes),
                List.copyOf(refusals),
                List.copyOf(lost),
                placed,
                ended,
                running,
                restarted,
                peak,
                placed == 0 ? 0 : waited / placed,
                meter.heldCoreSeconds(),
                meter.offeredCoreSeconds());
    }
}
