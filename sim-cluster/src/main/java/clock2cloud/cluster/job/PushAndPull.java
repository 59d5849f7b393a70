package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import java.util.ArrayList;
import java.util.List;

/** The workers and servers of {@link ParameterServer}. */
final class PushAndPull {
    private final ParameterServer work;
    private final Cluster cluster;
    private final Ledger ledger;
    private final List<Host> servers;
    private final List<Worker> workers = new ArrayList<>();
    private final List<List<Worker>> pushed = new ArrayList<>();
    private final double share;
    private final boolean inStep;
    private String trouble = "";

    private final class Worker {
        private final Host host;
        private int iteration;
        private int pulled;

        Worker(Host host) {
            this.host = host;
        }

        void compute() {
            double start = cluster.nowSeconds();
            cluster.compute(host, work.flops(), ok -> {
                ledger.span(host, Ledger.Kind.COMPUTE, "iteration ", iteration, start, cluster.nowSeconds(), ok);
                if (ok) {
                    push();
                } else {
                    trouble = "worker " + host.name() + " crashed";
                }
            });
        }

        private void push() {
            pulled = 0;
            for (int server = 0; server < servers.size(); server++) {
                int to = server;
                move(host, servers.get(server), "push ", () -> received(to));
            }
        }

        private void received(int server) {
            List<Worker> waiting = pushed.get(server);
            waiting.add(this);
            if (!inStep || waiting.size() == workers.size()) {
                List<Worker> answered = List.copyOf(waiting);
                waiting.clear();
                answered.forEach(worker -> worker.pull(server));
            }
        }

        private void pull(int server) {
            move(servers.get(server), host, "pull ", () -> {
                if (++pulled == servers.size() && ++iteration < work.iterations()) {
                    compute();
                }
            });
        }

        private void move(Host from, Host to, String what, Runnable then) {
            double start = cluster.nowSeconds();
            cluster.send(from, to, share, ok -> {
                ledger.span(from, Ledger.Kind.TRANSFER, what, iteration, start, cluster.nowSeconds(), ok);
                if (ok) {
                    then.run();
                } else {
                    trouble = from.name() + " could not send to " + to.name();
                }
            });
        }
    }

    PushAndPull(ParameterServer work, Cluster cluster, Ledger ledger) {
        this.work = work;
        this.cluster = cluster;
        this.ledger = ledger;
        this.servers = work.servers().stream().map(cluster.platform()::host).toList();
        this.share = work.bytes() / servers.size();
        this.inStep = !work.asynchronous().orElse(false);
        work.workerHosts(cluster.platform()).forEach(host -> workers.add(new Worker(host)));
        servers.forEach(server -> pushed.add(new ArrayList<>()));
    }

    Runnable start() {
        cluster.soon(() -> workers.forEach(Worker::compute));
        return this::close;
    }

    /** An iteration counts when all workers are through it. */
    private void close() {
        int through =
                workers.stream().mapToInt(worker -> worker.iteration).min().orElse(0);
        for (int iteration = 0; iteration < work.iterations(); iteration++) {
            if (iteration < through) {
                ledger.done();
            } else {
                ledger.undone("iteration " + iteration, trouble);
            }
        }
    }
}
