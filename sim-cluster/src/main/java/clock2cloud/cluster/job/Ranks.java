package clock2cloud.cluster.job;

import clock2cloud.cluster.network.Host;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ranks that go through their steps, each waiting only for its own messages. */
final class Ranks {
    private final List<Rank> ranks = new ArrayList<>();
    private final Map<Long, Deque<Boolean>> arrived = new HashMap<>();
    private final double reduceFlopsPerByte;
    private final int tasks;
    private final Cluster cluster;
    private final Ledger ledger;

    private final class Rank {
        private final int number;
        private final Host host;
        private final List<Step> program;
        private int at;
        private boolean sending;
        private boolean receiving;
        private String trouble = "";

        Rank(int number, Host host, List<Step> program) {
            this.number = number;
            this.host = host;
            this.program = program;
        }

        void next() {
            if (at == program.size()) {
                ledger.touch(cluster.nowSeconds());
                return;
            }
            Step step = program.get(at);
            if (step.flops() > 0) {
                compute(step.flops(), "compute", this::exchange);
            } else {
                exchange();
            }
        }

        private void compute(double flops, String name, Runnable then) {
            double start = cluster.nowSeconds();
            cluster.compute(host, flops, ok -> {
                ledger.span(host, Ledger.Kind.COMPUTE, name, start, cluster.nowSeconds(), ok);
                if (ok) {
                    then.run();
                } else {
                    trouble = "rank " + number + ": its host " + host.name() + " crashed";
                }
            });
        }

        private void exchange() {
            Step step = program.get(at);
            sending = step.sendTo() != Step.NOBODY;
            receiving = step.receiveFrom() != Step.NOBODY;
            if (sending) {
                send(step);
            }
            if (receiving) {
                receive();
            }
            if (!sending && !receiving) {
                reduce();
            }
        }

        private void send(Step step) {
            double start = cluster.nowSeconds();
            Rank to = ranks.get(step.sendTo());
            cluster.send(host, to.host, step.sendBytes(), ok -> {
                ledger.span(host, Ledger.Kind.TRANSFER, "to rank ", to.number, start, cluster.nowSeconds(), ok);
                if (!ok) {
                    trouble = "rank " + number + " could not send to rank " + to.number;
                    return;
                }
                queue(number, to.number).add(true);
                to.receive();
                sending = false;
                goOn();
            });
        }

        /** Takes the message that it waits for, when it is there. */
        private void receive() {
            if (receiving && queue(program.get(at).receiveFrom(), number).poll() != null) {
                receiving = false;
                goOn();
            }
        }

        private void goOn() {
            if (!sending && !receiving) {
                reduce();
            }
        }

        private void reduce() {
            double flops = program.get(at).reduceBytes() * reduceFlopsPerByte;
            Runnable then = () -> {
                at++;
                next();
            };
            if (flops > 0) {
                compute(flops, "add up", then);
            } else {
                then.run();
            }
        }
    }

    Ranks(
            List<Host> hosts,
            List<List<Step>> programs,
            double reduceFlopsPerByte,
            int tasks,
            Cluster cluster,
            Ledger ledger) {
        this.reduceFlopsPerByte = reduceFlopsPerByte;
        this.tasks = tasks;
        this.cluster = cluster;
        this.ledger = ledger;
        for (int number = 0; number < hosts.size(); number++) {
            ranks.add(new Rank(number, hosts.get(number), programs.get(number)));
        }
    }

    Runnable start() {
        cluster.soon(() -> ranks.forEach(Rank::next));
        return this::close;
    }

    private Deque<Boolean> queue(int from, int to) {
        return arrived.computeIfAbsent(((long) from << 32) | to, key -> new ArrayDeque<>(1));
    }

    /** An iteration counts when all ranks are through it. */
    private void close() {
        int through = tasks;
        String trouble = "";
        for (Rank rank : ranks) {
            int length = rank.program.size();
            through = Math.min(through, length == 0 ? tasks : rank.at / (length / tasks));
            trouble = rank.trouble.isEmpty() ? trouble : rank.trouble;
        }
        for (int task = 0; task < tasks; task++) {
            if (task < through) {
                ledger.done();
            } else {
                ledger.undone("iteration " + task, trouble.isEmpty() ? "a rank waits for a message" : trouble);
            }
        }
    }
}
