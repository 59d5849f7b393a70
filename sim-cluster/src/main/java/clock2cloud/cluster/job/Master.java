package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.PrimitiveIterator;
import java.util.stream.IntStream;

/** The master of {@link MasterWorker}, and its workers, as state machines. */
final class Master {
    private static final int STOP = -1;

    private final MasterWorker work;
    private final Cluster cluster;
    private final Ledger ledger;
    private final Host home;
    private final List<Worker> workers = new ArrayList<>();
    private final Deque<Worker> free = new ArrayDeque<>();
    private final Deque<Integer> again = new ArrayDeque<>();
    private final PrimitiveIterator.OfInt fresh;
    private final double[] flops;
    private final BitSet done = new BitSet();
    private final boolean onDemand;
    private int turn;
    private int stopped;
    private boolean sending;

    private final class Worker {
        private final Host host;
        private boolean listens = true;
        private boolean unreachable;
        /** A task that the master holds out to it. */
        private int offered = Integer.MIN_VALUE;

        Worker(Host host) {
            this.host = host;
        }

        boolean usable() {
            return !unreachable && cluster.isUp(host);
        }

        void offer(int task) {
            offered = task;
            if (listens) {
                take();
            }
        }

        private void take() {
            int task = offered;
            offered = Integer.MIN_VALUE;
            listens = false;
            double start = cluster.nowSeconds();
            cluster.send(home, host, task == STOP ? 0 : work.inputBytes(), arrived -> received(task, start, arrived));
        }

        private void received(int task, double start, boolean arrived) {
            double now = cluster.nowSeconds();
            ledger.span(home, Ledger.Kind.TRANSFER, task == STOP ? "stop " : "task ", task, start, now, arrived);
            if (!arrived) {
                unreachable = cluster.isUp(host);
                listens = true;
                lose(task);
            } else if (task != STOP) {
                cluster.compute(host, flops[task], ok -> computed(task, now, ok));
            }
            sent();
        }

        private void computed(int task, double start, boolean ok) {
            double now = cluster.nowSeconds();
            ledger.span(host, Ledger.Kind.COMPUTE, "task ", task, start, now, ok);
            if (!ok) {
                lose(task);
                wake();
                return;
            }
            double output = work.outputBytes().orElse(0.0);
            if (work.outputBytes().isEmpty()) {
                finish(task);
            } else {
                cluster.send(host, home, output, arrived -> returned(task, now, arrived));
            }
            listen();
        }

        private void returned(int task, double start, boolean arrived) {
            ledger.span(host, Ledger.Kind.TRANSFER, "result ", task, start, cluster.nowSeconds(), arrived);
            if (arrived) {
                finish(task);
            } else {
                lose(task);
            }
            wake();
        }

        private void listen() {
            listens = true;
            if (offered != Integer.MIN_VALUE) {
                take();
            } else if (onDemand) {
                free.add(this);
                wake();
            }
        }
    }

    Master(MasterWorker work, Cluster cluster, Ledger ledger) {
        this.work = work;
        this.cluster = cluster;
        this.ledger = ledger;
        this.home = cluster.platform().host(work.master());
        this.flops = work.flops().draw(work.tasks(), cluster.random());
        this.fresh = IntStream.range(0, work.tasks()).iterator();
        this.onDemand = work.schedule().orElse(MasterWorker.Schedule.ROUND_ROBIN) == MasterWorker.Schedule.ON_DEMAND;
        work.workerHosts(cluster.platform()).forEach(host -> workers.add(new Worker(host)));
        workers.forEach(free::add);
        cluster.onFailure(this::failureSeen);
    }

    void go() {
        if (sending || !cluster.isUp(home)) {
            return;
        }
        if (!again.isEmpty() || fresh.hasNext()) {
            pick();
        } else if (stopped < workers.size() && (!cluster.failuresExpected() || done.cardinality() == work.tasks())) {
            sending = true;
            Worker worker = workers.get(stopped++);
            if (worker.usable()) {
                worker.offer(STOP);
            } else {
                sent();
            }
        }
    }

    private void pick() {
        for (int tries = onDemand ? free.size() : workers.size(); tries > 0; tries--) {
            Worker worker = onDemand ? free.remove() : workers.get(turn++ % workers.size());
            if (worker.usable()) {
                sending = true;
                worker.offer(again.isEmpty() ? fresh.nextInt() : again.remove());
                return;
            }
            if (onDemand) {
                free.add(worker);
            }
        }
    }

    private void sent() {
        sending = false;
        go();
    }

    private void wake() {
        cluster.soon(this::go);
    }

    private void finish(int task) {
        if (!done.get(task)) {
            done.set(task);
            ledger.done();
        }
        if (cluster.failuresExpected()) {
            wake();
        }
    }

    private void lose(int task) {
        if (task != STOP) {
            ledger.repeated();
            again.add(task);
        }
    }

    /** A crashed worker lets go of what the master held out; one that came back listens again. */
    private void failureSeen() {
        for (Worker worker : workers) {
            worker.unreachable = false;
            if (!cluster.isUp(worker.host)) {
                worker.listens = true;
                if (onDemand && !free.contains(worker)) {
                    free.add(worker);
                }
                if (worker.offered != Integer.MIN_VALUE) {
                    int task = worker.offered;
                    worker.offered = Integer.MIN_VALUE;
                    sending = false;
                    if (task != STOP) {
                        again.add(task);
                    }
                }
            }
        }
        wake();
    }

    /** Says why tasks were not done. */
    void close() {
        for (int task = done.nextClearBit(0); task < work.tasks(); task = done.nextClearBit(task + 1)) {
            String reason = cluster.isUp(home)
                    ? "no worker could be reached any more"
                    : "the master " + home.name() + " crashed";
            ledger.undone("task " + task, reason);
        }
    }
}
