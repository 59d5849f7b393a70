package clock2cloud.cluster.job;

import clock2cloud.cluster.event.Event;
import clock2cloud.cluster.event.Timeline;
import clock2cloud.cluster.network.Flow;
import clock2cloud.cluster.network.FluidNetwork;
import clock2cloud.cluster.network.Host;
import clock2cloud.cluster.network.Link;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Machines and a network in simulated time, on which workloads compute and send. */
public final class Cluster {
    private final Platform platform;
    private final Timeline timeline = new Timeline();
    private final FluidNetwork network;
    private final Processor[] processors;
    private final RandomGenerator random;
    private final Map<Host, List<Message>> messages = new LinkedHashMap<>();
    private final List<Runnable> failureWatchers = new ArrayList<>();
    private final boolean failuresExpected;
    private double doneFlops;
    private double lostFlops;

    /** A flow under way, kept only where hosts may crash. */
    private record Message(Flow flow, Ended ended) {}

    /** @param failuresExpected false saves the books that crashes need */
    Cluster(Platform platform, NetworkModel model, boolean failuresExpected, RandomGenerator random) {
        this.platform = platform;
        this.failuresExpected = failuresExpected;
        this.network = new FluidNetwork(timeline, platform, model);
        this.random = random;
        this.processors = new Processor[platform.hosts().size()];
    }

    private Processor processor(Host host) {
        if (processors[host.number()] == null) {
            processors[host.number()] = new Processor(timeline, host);
        }
        return processors[host.number()];
    }

    Platform platform() {
        return platform;
    }

    Timeline timeline() {
        return timeline;
    }

    FluidNetwork network() {
        return network;
    }

    RandomGenerator random() {
        return random;
    }

    boolean failuresExpected() {
        return failuresExpected;
    }

    double nowSeconds() {
        return timeline.nowSeconds();
    }

    void at(double seconds, Runnable action) {
        timeline.schedule(Event.of(action), seconds);
    }

    /** Runs an action after what happens now, never inside it. */
    void soon(Runnable action) {
        at(timeline.nowSeconds(), action);
    }

    boolean isUp(Host host) {
        return !processor(host).isDead();
    }

    /** Computes on a host, beside what already runs there. */
    Execution compute(Host host, double flops, Ended ended) {
        Processor processor = processor(host);
        Execution execution = new Execution(host, flops, done -> {
            if (done) {
                doneFlops += flops;
            }
            ended.ended(done);
        });
        if (processor.isDead()) {
            soon(() -> ended.ended(false));
        } else {
            processor.start(execution);
        }
        return execution;
    }

    /** Stops a piece of work; what it has had is lost. It is not told. */
    void cancel(Execution execution) {
        if (execution.isScheduled()) {
            Processor processor = processor(execution.host);
            lostFlops += processor.progress(execution);
            processor.cancel(execution);
        }
    }

    /** Speed of a core as it stands. */
    double coreFlopsPerSecond(Host host) {
        return processor(host).coreFlopsPerSecond();
    }

    /** How long a piece of work would still take as things stand. */
    double leftSeconds(Execution execution) {
        return execution.isScheduled() ? processor(execution.host).leftSeconds(execution) : 0;
    }

    /** Sends bytes from host to host. */
    Optional<Flow> send(Host from, Host to, double bytes, Ended ended) {
        if (!failuresExpected) {
            return Optional.of(network.send(from, to, bytes, (flow, arrived) -> ended.ended(arrived)));
        }
        if (!isUp(from) || !isUp(to)) {
            soon(() -> ended.ended(false));
            return Optional.empty();
        }
        Flow started = network.send(from, to, bytes, (flow, arrived) -> {
            forget(from, flow);
            forget(to, flow);
            ended.ended(arrived);
        });
        Message message = new Message(started, ended);
        messages.computeIfAbsent(from, host -> new ArrayList<>()).add(message);
        messages.computeIfAbsent(to, host -> new ArrayList<>()).add(message);
        return Optional.of(started);
    }

    private void forget(Host host, Flow flow) {
        messages.getOrDefault(host, new ArrayList<>()).removeIf(message -> message.flow == flow);
    }

    /** Takes a message off the network; it is not told. */
    void cancel(Flow flow) {
        network.abandon(flow);
        messages.values().forEach(list -> list.removeIf(message -> message.flow == flow));
    }

    /** Work and messages of a host are lost; it answers no more. */
    void crash(Host host) {
        if (!isUp(host)) {
            return;
        }
        List<Execution> lost = processor(host).crash();
        lost.forEach(execution -> lostFlops += execution.lostFlops);
        List<Message> cut = new ArrayList<>(messages.getOrDefault(host, List.of()));
        cut.forEach(message -> cancel(message.flow));
        failureWatchers.forEach(Runnable::run);
        lost.forEach(execution -> execution.ended.ended(false));
        cut.forEach(message -> message.ended.ended(false));
    }

    void recover(Host host) {
        processor(host).recover();
        failureWatchers.forEach(Runnable::run);
    }

    void slow(Host host, double factor) {
        processor(host).slow(factor);
        failureWatchers.forEach(Runnable::run);
    }

    void cut(List<Link> cable) {
        cable.forEach(network::cut);
    }

    void mend(List<Link> cable) {
        cable.forEach(network::mend);
        failureWatchers.forEach(Runnable::run);
    }

    /** Calls when a host has crashed, come back or changed its speed, or a link works again. */
    void onFailure(Runnable watcher) {
        failureWatchers.add(watcher);
    }

    double doneFlops() {
        return doneFlops;
    }

    double lostFlops() {
        return lostFlops;
    }

    double busyCoreSeconds(Host host) {
        return processors[host.number()] == null ? 0 : processor(host).busyCoreSeconds();
    }
}
