package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Flow;
import clock2cloud.cluster.network.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** One try to do a task on a host: its input is fetched, then it computes on all the cores that it asked for. */
final class Attempt {
    final int task;
    final Dag.Node node;
    final int hostNumber;
    final Host host;
    private final ListScheduler scheduler;
    private final Cluster cluster;
    private final Ledger ledger;
    private final List<Flow> flows = new ArrayList<>(1);
    private final List<Execution> pieces = new ArrayList<>(1);
    private final double startSeconds;
    private double computesSeconds = Double.NaN;
    private int open;
    private boolean over;

    /** @param hostNumber place of the host among those of the scheduler */
    Attempt(
            int task,
            Dag.Node node,
            int hostNumber,
            Host host,
            ListScheduler scheduler,
            Cluster cluster,
            Ledger ledger) {
        this.task = task;
        this.node = node;
        this.hostNumber = hostNumber;
        this.host = host;
        this.scheduler = scheduler;
        this.cluster = cluster;
        this.ledger = ledger;
        this.startSeconds = cluster.nowSeconds();
    }

    /** @param ranAt where a parent's result lies */
    void begin(IntFunction<Host> ranAt) {
        node.storedAt().ifPresent(stored -> fetch(stored, node.storedBytes()));
        for (int i = 0; i < node.parents().length; i++) {
            fetch(ranAt.apply(node.parents()[i]), node.parentBytes()[i]);
        }
        if (open == 0) {
            compute();
        }
    }

    private void fetch(Host from, double bytes) {
        if (bytes > 0 && from != host) {
            open++;
            Optional<Flow> flow = cluster.send(from, host, bytes, this::fetched);
            flow.ifPresent(flows::add);
        }
    }

    private void fetched(boolean arrived) {
        if (over) {
            return;
        }
        if (!arrived) {
            lose(true);
        } else if (--open == 0) {
            ledger.span(host, Ledger.Kind.TRANSFER, node.name(), startSeconds, cluster.nowSeconds(), true);
            compute();
        }
    }

    private void compute() {
        computesSeconds = cluster.nowSeconds();
        open = node.cores();
        for (int core = 0; core < node.cores(); core++) {
            pieces.add(cluster.compute(host, node.flops() / node.cores(), this::computed));
        }
    }

    private void computed(boolean ok) {
        if (over) {
            return;
        }
        if (!ok) {
            lose(false);
        } else if (--open == 0) {
            end(true);
            scheduler.complete(this);
        }
    }

    /** How long it will still compute as things stand. */
    double leftSeconds() {
        double left = 0;
        for (Execution piece : pieces) {
            left = Math.max(left, cluster.leftSeconds(piece));
        }
        return left;
    }

    private void end(boolean ok) {
        over = true;
        scheduler.release(this);
        double now = cluster.nowSeconds();
        if (Double.isNaN(computesSeconds)) {
            ledger.span(host, Ledger.Kind.TRANSFER, node.name(), startSeconds, now, ok);
        } else {
            ledger.span(host, Ledger.Kind.COMPUTE, node.name(), computesSeconds, now, ok);
        }
    }

    private void lose(boolean inFetch) {
        stop();
        scheduler.lost(this, inFetch);
    }

    /** Gives up, untold. */
    void stop() {
        if (!over) {
            flows.forEach(cluster::cancel);
            pieces.forEach(cluster::cancel);
            end(false);
        }
    }
}
