package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Runs a graph of tasks on hosts: the first ready task goes to the host with enough free cores that holds most of its
 * parents' results; of equals, to the first.
 */
final class ListScheduler {
    private final Dag dag;
    private final List<Host> hosts;
    private final boolean speculative;
    private final boolean local;
    private final Cluster cluster;
    private final Ledger ledger;
    private final FreeCores free;
    private final TreeSet<Integer> ready = new TreeSet<>();
    private final BitSet blocked = new BitSet();
    private final BitSet done = new BitSet();
    private final int[] waits;
    private final int[] ranAt;
    private final List<List<Attempt>> attempts = new ArrayList<>();
    private final BitSet running = new BitSet();
    private boolean dispatching;

    /** @param local prefer the host where a task's input lies */
    ListScheduler(Dag dag, List<Host> hosts, boolean speculative, boolean local, Cluster cluster, Ledger ledger) {
        this.dag = dag;
        this.hosts = hosts;
        this.speculative = speculative;
        this.local = local;
        this.cluster = cluster;
        this.ledger = ledger;
        this.free = new FreeCores(hosts, cluster);
        this.waits = dag.nodes.stream().mapToInt(node -> node.parents().length).toArray();
        this.ranAt = new int[waits.length];
        for (int task = 0; task < waits.length; task++) {
            attempts.add(List.of());
            if (waits[task] == 0) {
                ready.add(task);
            }
        }
    }

    Runnable start() {
        cluster.onFailure(this::failureSeen);
        cluster.soon(this::dispatch);
        return this::close;
    }

    private void failureSeen() {
        blocked.stream().forEach(this::offer);
        blocked.clear();
        dispatchSoon();
    }

    private void dispatchSoon() {
        if (!dispatching) {
            dispatching = true;
            cluster.soon(this::dispatch);
        }
    }

    private void dispatch() {
        dispatching = false;
        if (local) {
            for (int task : List.copyOf(ready)) {
                int home = dag.nodes.get(task).storedAt().map(hosts::indexOf).orElse(-1);
                if (home >= 0 && free.fit(dag.nodes.get(task).cores(), home)) {
                    run(task, home);
                }
            }
        }
        for (Integer task = first(-1); task != null && !free.none(); task = first(task)) {
            int host = hostFor(task);
            if (host >= 0) {
                run(task, host);
            } else if (dag.nodes.get(task).cores() == 1) {
                break;
            }
        }
        if (speculative && ready.isEmpty()) {
            speculate();
        }
    }

    private Integer first(int after) {
        return ready.higher(after);
    }

    private int hostFor(int task) {
        Dag.Node node = dag.nodes.get(task);
        int best = free.first(node.cores());
        if (best < 0 || node.parents().length == 0) {
            return best;
        }
        Map<Integer, Double> held = new TreeMap<>();
        for (int i = 0; i < node.parents().length; i++) {
            held.merge(ranAt[node.parents()[i]], node.parentBytes()[i], Double::sum);
        }
        double most = held.getOrDefault(best, 0.0);
        for (Map.Entry<Integer, Double> at : held.entrySet()) {
            if (at.getValue() > most && free.fit(node.cores(), at.getKey())) {
                best = at.getKey();
                most = at.getValue();
            }
        }
        return best;
    }

    /** Starts a ready task, unless a parent's result is gone: then the parent is done again first. */
    private void run(int task, int host) {
        ready.remove(task);
        boolean complete = true;
        int[] parents = dag.nodes.get(task).parents();
        for (int i = 0; i < parents.length; i++) {
            if (dag.nodes.get(task).parentBytes()[i] > 0 && !cluster.isUp(hosts.get(ranAt[parents[i]]))) {
                complete = false;
                redo(parents[i]);
            }
        }
        if (complete) {
            begin(task, host);
        }
    }

    private void begin(int task, int host) {
        Attempt attempt = new Attempt(task, dag.nodes.get(task), host, hosts.get(host), this, cluster, ledger);
        free.take(host, dag.nodes.get(task).cores());
        List<Attempt> all = new ArrayList<>(attempts.get(task));
        all.add(attempt);
        attempts.set(task, all);
        running.set(task);
        attempt.begin(parent -> hosts.get(ranAt[parent]));
    }

    private void redo(int task) {
        if (done.get(task)) {
            done.clear(task);
            ledger.undo();
            for (int child : dag.children.get(task)) {
                waits[child]++;
                ready.remove(child);
            }
            offer(task);
            dispatchSoon();
        }
    }

    private void offer(int task) {
        if (waits[task] == 0 && !done.get(task) && !running.get(task)) {
            ready.add(task);
        }
    }

    /** Copies the task that would gain most from an idle core. */
    private void speculate() {
        for (int host = free.next(0); host >= 0; host = free.next(host + 1)) {
            int best = -1;
            double gain = 0;
            for (int task = running.nextSetBit(0); task >= 0; task = running.nextSetBit(task + 1)) {
                double saved = attempts.get(task).size() == 1
                                && free.fit(dag.nodes.get(task).cores(), host)
                        ? attempts.get(task).get(0).leftSeconds() - alone(task, host)
                        : 0;
                if (saved > gain) {
                    gain = saved;
                    best = task;
                }
            }
            if (best >= 0) {
                ledger.copied();
                begin(best, host);
            }
        }
    }

    private double alone(int task, int host) {
        Dag.Node node = dag.nodes.get(task);
        return node.flops() / node.cores() / cluster.coreFlopsPerSecond(hosts.get(host));
    }

    /** An attempt has its cores no more. */
    void release(Attempt attempt) {
        free.take(attempt.hostNumber, -attempt.node.cores());
    }

    void complete(Attempt winner) {
        int task = winner.task;
        List<Attempt> others = attempts.get(task);
        attempts.set(task, List.of());
        running.clear(task);
        for (Attempt other : others) {
            if (other != winner) {
                other.stop();
            }
        }
        done.set(task);
        ledger.done();
        ranAt[task] = winner.hostNumber;
        for (int child : dag.children.get(task)) {
            waits[child]--;
            offer(child);
        }
        dispatchSoon();
    }

    /** An attempt was lost to a failure. */
    void lost(Attempt attempt, boolean inFetch) {
        int task = attempt.task;
        List<Attempt> rest =
                attempts.get(task).stream().filter(other -> other != attempt).toList();
        attempts.set(task, rest);
        if (rest.isEmpty()) {
            running.clear(task);
            ledger.repeated();
            if (inFetch && cluster.isUp(attempt.host)) {
                retryLater(task);
            } else {
                offer(task);
            }
        }
        dispatchSoon();
    }

    /** A source is down: its parent is done again; or a link is cut: wait for a change. */
    private void retryLater(int task) {
        boolean redone = false;
        for (int parent : dag.nodes.get(task).parents()) {
            redone |= !cluster.isUp(hosts.get(ranAt[parent]));
        }
        if (redone) {
            offer(task);
        } else {
            blocked.set(task);
        }
    }

    private void close() {
        for (int task = done.nextClearBit(0); task < waits.length; task = done.nextClearBit(task + 1)) {
            ledger.undone(dag.nodes.get(task).name(), reason(task));
        }
    }

    private String reason(int task) {
        Dag.Node node = dag.nodes.get(task);
        if (waits[task] > 0) {
            return "a task that it needs was not done";
        }
        if (blocked.get(task)) {
            return "its input could not be sent: a link is cut or its host is down";
        }
        if (hosts.stream().noneMatch(cluster::isUp)) {
            return "all hosts are down";
        }
        return "it needs " + node.cores() + " cores on one host, and none that is up has as many";
    }
}
