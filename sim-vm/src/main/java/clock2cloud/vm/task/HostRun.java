package clock2cloud.vm.task;

import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.power.EnergyMeter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** One run of a {@link SharedHost}: the event loop. */
final class HostRun {
    private final double capacity;
    private final double coreWorkPerSecond;
    private final List<Machine> machines;
    private final List<Task> tasks;
    private final double[] work;
    private final double[] start;
    private final double[] finish;
    private final int[] byArrival;
    private final int[] byEnd;
    private final MachineState[] states;
    private final double[] ceilings;
    private final EnergyMeter meter;
    private int arrived;
    private int gone;
    private double used;
    private double metered;

    HostRun(
            double capacity,
            double coreWorkPerSecond,
            List<Machine> machines,
            Discipline discipline,
            List<Task> tasks,
            EnergyMeter meter) {
        this.meter = meter;
        this.capacity = capacity;
        this.coreWorkPerSecond = coreWorkPerSecond;
        this.machines = machines;
        this.tasks = tasks;
        work = new double[tasks.size()];
        double[] arrivals = new double[work.length];
        for (int i = 0; i < work.length; i++) {
            work[i] = tasks.get(i).work();
            arrivals[i] = tasks.get(i).arrivalSeconds();
        }
        states = new MachineState[machines.size()];
        double[] ends = new double[states.length];
        for (int m = 0; m < states.length; m++) {
            states[m] = new MachineState(machines.get(m), discipline);
            ends[m] = machines.get(m).endSeconds();
        }
        start = new double[work.length];
        finish = new double[work.length];
        Arrays.fill(start, Double.POSITIVE_INFINITY);
        Arrays.fill(finish, Double.POSITIVE_INFINITY);
        byArrival = sorted(arrivals);
        byEnd = sorted(ends);
        ceilings = new double[states.length];
    }

    /** The indices in the order of their keys, equal ones as they come: as they are where the keys rise already. */
    private static int[] sorted(double... keys) {
        int[] order = new int[keys.length];
        boolean rising = true;
        for (int i = 0; i < order.length; i++) {
            order[i] = i;
            rising &= i == 0 || keys[i - 1] <= keys[i];
        }
        return rising
                ? order
                : Arrays.stream(order)
                        .boxed()
                        .sorted(Comparator.comparingDouble(i -> keys[i]))
                        .mapToInt(i -> i)
                        .toArray();
    }

    SharedHost.Result until(double horizon) {
        while (true) {
            int next = nextToEnd();
            double end = next < 0 ? Double.POSITIVE_INFINITY : states[next].nextEndSeconds();
            double arrival =
                    arrived < work.length ? tasks.get(byArrival[arrived]).arrivalSeconds() : Double.POSITIVE_INFINITY;
            double departure = gone < byEnd.length ? machines.get(byEnd[gone]).endSeconds() : Double.POSITIVE_INFINITY;
            double now = Math.min(end, Math.min(arrival, departure));
            if (now == Double.POSITIVE_INFINITY || now > horizon) {
                break;
            }
            meter(now);
            if (end == now) {
                finish[states[next].finish(work, start, now)] = now;
                share(now, next);
            } else if (departure == now) {
                int machine = byEnd[gone++];
                states[machine].stop(now);
                share(now, machine);
            } else {
                arrive(now);
            }
        }
        return result(horizon);
    }

    /** Until {@code now} nothing has changed. */
    private void meter(double now) {
        meter.spend(now - metered, used / capacity);
        metered = now;
    }

    private SharedHost.Result result(double horizon) {
        if (horizon < Double.POSITIVE_INFINITY) {
            meter(horizon);
        }
        double[] got = new double[states.length];
        double[] wanted = new double[states.length];
        for (int m = 0; m < states.length; m++) {
            if (horizon < Double.POSITIVE_INFINITY) {
                states[m].advance(horizon);
            }
            got[m] = states[m].gotWork();
            wanted[m] = states[m].wantedWork();
        }
        return new SharedHost.Result(start, finish, got, wanted);
    }

    private void arrive(double now) {
        while (arrived < work.length && tasks.get(byArrival[arrived]).arrivalSeconds() == now) {
            int task = byArrival[arrived++];
            int machine = tasks.get(task).machine();
            if (machines.get(machine).endSeconds() > now) {
                states[machine].arrive(task, work, start, now);
            }
        }
        for (int m = 0; m < states.length; m++) {
            share(now, m);
        }
    }

    private int nextToEnd() {
        int first = states.length - 1;
        for (int m = first - 1; m >= 0; m--) {
            if (states[m].nextEndSeconds() <= states[first].nextEndSeconds()) {
                first = m;
            }
        }
        return first;
    }

    /** Gives machine {@code changed} its new rate, and the others theirs if what it can use has changed. */
    private void share(double now, int changed) {
        double before = ceilings[changed];
        ceilings[changed] = states[changed].ceiling(coreWorkPerSecond);
        if (ceilings[changed] == before) {
            states[changed].setRate(states[changed].rate(), before, now);
            return;
        }
        double[] weights = new double[states.length];
        double[] floors = new double[states.length];
        for (int m = 0; m < states.length; m++) {
            weights[m] = states[m].weight();
            floors[m] = Math.min(ceilings[m], states[m].floor(coreWorkPerSecond));
        }
        double[] rates = Entitlement.divide(capacity, floors, ceilings, weights);
        used = Math.min(capacity, Entitlement.sum(rates));
        for (int m = 0; m < states.length; m++) {
            if (m == changed || rates[m] != states[m].rate()) {
                states[m].setRate(rates[m], ceilings[m], now);
            }
        }
    }
}
