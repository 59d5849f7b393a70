package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import clock2cloud.vm.entitlement.Entitlement;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Tasks in machines on one host, simulated from event to event: no time step, so no rounding of time. Between events
 * each machine has the max-min share of the host's cores, weighted by the virtual cores it can use, and divides it
 * equally among its running tasks.
 */
public final class SharedHost {
    private final double capacity;
    private final double coreWorkPerSecond;
    private final List<Machine> machines;
    private final Discipline discipline;

    /** Start and end of each task, in the order given. */
    public static final class Result {
        private final double[] startSeconds;
        private final double[] finishSeconds;

        Result(double[] startSeconds, double[] finishSeconds) {
            this.startSeconds = startSeconds;
            this.finishSeconds = finishSeconds;
        }

        /** When each task was first served. */
        public double[] startSeconds() {
            return startSeconds.clone();
        }

        /** When each task was done. */
        public double[] finishSeconds() {
            return finishSeconds.clone();
        }

        /** When the last task ends; 0 when there is none. */
        public double makespanSeconds() {
            double last = 0;
            for (double finish : finishSeconds) {
                last = Math.max(last, finish);
            }
            return last;
        }

        /** Sum of all ends. */
        public double finishSumSeconds() {
            double sum = 0;
            for (double finish : finishSeconds) {
                sum += finish;
            }
            return sum;
        }
    }

    /** {@code cores} cores of {@code coreWorkPerSecond} each. */
    public SharedHost(int cores, double coreWorkPerSecond, List<Machine> machines, Discipline discipline) {
        this.capacity = atLeastOne(cores, "host: cores") * positive(coreWorkPerSecond, "host: speed", "operations/s");
        this.coreWorkPerSecond = coreWorkPerSecond;
        this.machines = List.copyOf(machines);
        this.discipline = discipline;
    }

    /** Runs all tasks to their ends. */
    public Result run(List<Task> tasks) {
        for (Task task : tasks) {
            require(
                    task.machine() >= 0 && task.machine() < machines.size(),
                    "task: no machine " + task.machine() + " among " + machines.size());
        }
        return new Run(tasks).result();
    }

    private final class Run {
        final List<Task> tasks;
        final double[] work;
        final double[] start;
        final double[] finish;
        final int[] byArrival;
        final MachineState[] states;
        final double[] ceilings;

        Run(List<Task> tasks) {
            this.tasks = tasks;
            work = tasks.stream().mapToDouble(Task::work).toArray();
            start = new double[work.length];
            finish = new double[work.length];
            byArrival = IntStream.range(0, work.length)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> tasks.get(i).arrivalSeconds()))
                    .mapToInt(i -> i)
                    .toArray();
            states = machines.stream().map(m -> new MachineState(m, discipline)).toArray(MachineState[]::new);
            ceilings = new double[states.length];
        }

        Result result() {
            int arrived = 0;
            int ended = 0;
            while (ended < work.length) {
                int next = nextToEnd();
                double end = states[next].nextEndSeconds();
                double arrival = arrived < work.length
                        ? tasks.get(byArrival[arrived]).arrivalSeconds()
                        : Double.POSITIVE_INFINITY;
                if (arrival <= end) {
                    arrived = arrive(arrived, arrival);
                    continue;
                }
                finish[states[next].finish(work, start, end)] = end;
                ended++;
                share(end, next);
            }
            return new Result(start, finish);
        }

        int arrive(int first, double now) {
            int arrived = first;
            while (arrived < work.length && tasks.get(byArrival[arrived]).arrivalSeconds() == now) {
                int task = byArrival[arrived++];
                states[tasks.get(task).machine()].arrive(task, work, start, now);
            }
            for (int m = 0; m < states.length; m++) {
                share(now, m);
            }
            return arrived;
        }

        int nextToEnd() {
            int first = 0;
            for (int m = 1; m < states.length; m++) {
                if (states[m].nextEndSeconds() < states[first].nextEndSeconds()) {
                    first = m;
                }
            }
            return first;
        }

        /** Gives machine {@code changed} its new rate, and the others theirs if the host is contended. */
        void share(double now, int changed) {
            double before = ceilings[changed];
            ceilings[changed] = states[changed].ceiling(coreWorkPerSecond);
            if (ceilings[changed] == before) {
                states[changed].setRate(states[changed].rate(), now);
                return;
            }
            double[] weights = new double[states.length];
            for (int m = 0; m < states.length; m++) {
                weights[m] = Math.max(1, states[m].weight());
            }
            double[] rates = Entitlement.divide(capacity, new double[states.length], ceilings, weights);
            for (int m = 0; m < states.length; m++) {
                if (m == changed || rates[m] != states[m].rate()) {
                    states[m].setRate(rates[m], now);
                }
            }
        }
    }
}
