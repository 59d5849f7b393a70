package clock2cloud.cluster.network;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.event.EventHeap;
import clock2cloud.cluster.event.Timeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Flows over shared links in continuous time. A flow first pays its latency, then moves at its max-min fair rate; rates
 * change only when a flow joins, ends or is cut, and only those that are affected are computed anew.
 */
public final class FluidNetwork {
    /** Flows that end within this part of the time elapsed end together: rounding, not physics. */
    private static final double TOGETHER = 0x1p-48;

    private final Timeline timeline;
    private final Paths paths;
    private final List<Flow> latent = new ArrayList<>();
    private final List<Flow> flowing = new ArrayList<>();
    private final MaxMinSolver solver = new MaxMinSolver(flowing);
    private final EventHeap<Flow> finishing = new EventHeap<>();
    private final Event settling = Event.of(this::settle);
    private final Event next = Event.of(this::finish);
    private final Set<Link> cut = new HashSet<>();
    private final List<Runnable> observers = new ArrayList<>();
    private double deliveredBytes;
    private double lostBytes;
    private long delivered;

    public FluidNetwork(Timeline timeline, Platform platform, NetworkModel model) {
        this.timeline = timeline;
        this.paths = new Paths(platform, model);
    }

    /** Sends bytes now. The receiver hears of the end, never before this method has returned. */
    public Flow send(Host from, Host to, double bytes, Flow.Receiver receiver) {
        if (!(bytes >= 0 && bytes < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("a flow of " + bytes + " bytes: must be zero or more and finite");
        }
        Path path = paths.path(from, to);
        Flow flow = new Flow(this, path, bytes, receiver);
        if (!cut.isEmpty() && path.route.links().stream().anyMatch(cut::contains)) {
            timeline.schedule(Event.of(() -> flow.end(false)), timeline.nowSeconds());
        } else if (path.latencySeconds > 0 || !(bytes > 0)) {
            flow.place = latent.size();
            latent.add(flow);
            timeline.schedule(flow, timeline.nowSeconds() + path.latencySeconds);
        } else {
            join(flow);
        }
        return flow;
    }

    void latencyPaid(Flow flow) {
        drop(latent, flow);
        if (flow.bytes > 0) {
            join(flow);
        } else {
            delivered++;
            flow.end(true);
        }
    }

    private void join(Flow flow) {
        flow.flowing = true;
        flow.updatedSeconds = timeline.nowSeconds();
        flow.place = flowing.size();
        flowing.add(flow);
        if (observers.isEmpty() && !settling.isScheduled() && solver.addAlone(flow)) {
            pace(flow, flow.updatedSeconds);
            scheduleNext();
        } else {
            solver.add(flow);
            settleLater();
        }
    }

    private void settleLater() {
        if (!settling.isScheduled()) {
            timeline.scheduleLast(settling);
        }
    }

    private void settle() {
        double now = timeline.nowSeconds();
        List<Flow> changed = solver.solve();
        for (Flow flow : changed) {
            if (flow.flowing) {
                pace(flow, now);
            }
        }
        changed.clear();
        scheduleNext();
        observers.forEach(Runnable::run);
    }

    /** Gives a flow its new rate, and its place among those that finish: too early is mended when it comes up. */
    private void pace(Flow flow, double now) {
        flow.remaining = Math.max(0, flow.remaining - flow.rate * (now - flow.updatedSeconds));
        flow.updatedSeconds = now;
        flow.rate = flow.level * flow.path.weight * flow.path.rateFactor;
        flow.finishSeconds = now + flow.remaining / flow.rate;
        if (!flow.isScheduled()) {
            finishing.add(flow, flow.finishSeconds);
        } else if (flow.finishSeconds < finishing.secondsOf(flow)) {
            finishing.move(flow, flow.finishSeconds);
        }
    }

    private void scheduleNext() {
        double seconds = nextFinish();
        if (seconds < Double.POSITIVE_INFINITY) {
            timeline.schedule(next, seconds);
        } else {
            timeline.cancel(next);
        }
    }

    private double nextFinish() {
        while (finishing.firstSeconds() < Double.POSITIVE_INFINITY
                && finishing.firstSeconds() < finishing.first().finishSeconds) {
            finishing.move(finishing.first(), finishing.first().finishSeconds);
        }
        return finishing.firstSeconds();
    }

    private void finish() {
        double until = timeline.nowSeconds() * (1 + TOGETHER);
        List<Flow> ended = new ArrayList<>(1);
        while (nextFinish() <= until) {
            Flow flow = finishing.first();
            leave(flow, observers.isEmpty() && !settling.isScheduled());
            delivered++;
            carry(flow, flow.bytes);
            deliveredBytes += flow.bytes;
            ended.add(flow);
        }
        if (!settling.isScheduled()) {
            scheduleNext();
        }
        for (Flow flow : ended) {
            flow.end(true);
        }
    }

    /** @param quietly without a settlement, when nobody is affected */
    private void leave(Flow flow, boolean quietly) {
        finishing.remove(flow);
        if (!(quietly && solver.removeAlone(flow))) {
            solver.remove(flow);
            settleLater();
        }
        drop(flowing, flow);
        flow.flowing = false;
    }

    private static void drop(List<Flow> list, Flow flow) {
        Flow last = list.remove(list.size() - 1);
        if (last != flow) {
            list.set(flow.place, last);
            last.place = flow.place;
        }
    }

    private static void carry(Flow flow, double bytes) {
        for (Channel channel : flow.path.channels) {
            channel.carriedBytes += bytes;
        }
    }

    /** Cuts a link: flows on it end without arriving, later ones do not start. */
    public void cut(Link link) {
        cut.add(link);
        List<Flow> lost = new ArrayList<>();
        flowing.stream().filter(flow -> flow.route().links().contains(link)).forEach(lost::add);
        latent.stream().filter(flow -> flow.route().links().contains(link)).forEach(lost::add);
        lost.forEach(this::abandon);
        lost.forEach(flow -> flow.end(false));
    }

    /** A cut link works again. */
    public void mend(Link link) {
        cut.remove(link);
    }

    /** Takes a flow off the network; its receiver is not told. */
    public void abandon(Flow flow) {
        if (flow.flowing) {
            double now = timeline.nowSeconds();
            double moved = flow.bytes - Math.max(0, flow.remaining - flow.rate * (now - flow.updatedSeconds));
            if (flow.isScheduled()) {
                leave(flow, false);
            } else {
                solver.remove(flow);
                drop(flowing, flow);
                flow.flowing = false;
            }
            carry(flow, moved);
            lostBytes += moved;
            settleLater();
        } else if (flow.isScheduled()) {
            timeline.cancel(flow);
            drop(latent, flow);
        }
    }

    /** Calls after every change of rates. */
    public void observe(Runnable observer) {
        observers.add(observer);
    }

    /** The flows that move at this moment. */
    public List<Flow> flows() {
        return List.copyOf(flowing);
    }

    /** What all flows together move at this moment. */
    public double bytesPerSecond() {
        double sum = 0;
        for (Flow flow : flowing) {
            sum += flow.rate;
        }
        return sum;
    }

    /** What flows over a link at this moment, acknowledgements included. */
    public double bytesPerSecondOn(Link link) {
        Channel channel = paths.channel(link);
        double sum = 0;
        for (int slot = 0; slot < channel.size; slot++) {
            Flow flow = channel.flows[slot];
            sum += flow.path.coefficients[channel.hops[slot]] * flow.rate / flow.path.rateFactor;
        }
        return sum;
    }

    /** Bytes that have crossed a shared link, lost ones included, acknowledgements not. */
    public double carriedBytes(Link link) {
        return paths.channel(link).carriedBytes;
    }

    public double deliveredBytes() {
        return deliveredBytes;
    }

    /** Bytes of flows that were cut on their way. */
    public double lostBytes() {
        return lostBytes;
    }

    public long delivered() {
        return delivered;
    }

    public long solves() {
        return solver.solves();
    }

    /** How many of the solves filled all links anew. */
    public long fillings() {
        return solver.fillings();
    }
}
