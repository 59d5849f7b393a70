package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import clock2cloud.vm.power.EnergyMeter;
import clock2cloud.vm.power.LinearPower;
import java.util.List;

/**
 * Tasks in machines on one host, simulated from event to event: no time step, so no rounding of time. Between events
 * each machine has the max-min share of the host's cores, between its reservation and its limit and weighted by the
 * virtual cores it can use, and divides it equally among its running tasks.
 */
public final class SharedHost {
    private final double capacity;
    private final double coreWorkPerSecond;
    private final List<Machine> machines;
    private final Discipline discipline;

    /** Start and end of each task, and the work of each machine, in the order given. */
    public static final class Result {
        private final double[] startSeconds;
        private final double[] finishSeconds;
        private final double[] gotWork;
        private final double[] wantedWork;

        Result(double[] startSeconds, double[] finishSeconds, double[] gotWork, double[] wantedWork) {
            this.startSeconds = startSeconds;
            this.finishSeconds = finishSeconds;
            this.gotWork = gotWork;
            this.wantedWork = wantedWork;
        }

        /** When each task was first served; infinite if it never was. */
        public double[] startSeconds() {
            return startSeconds.clone();
        }

        /** When each task was done; infinite if it never was. */
        public double[] finishSeconds() {
            return finishSeconds.clone();
        }

        /** Work that each machine did. */
        public double[] gotWork() {
            return gotWork.clone();
        }

        /** Work that each machine could have done alone on the host; the difference was stolen by the others. */
        public double[] wantedWork() {
            return wantedWork.clone();
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
        return run(tasks, Double.POSITIVE_INFINITY);
    }

    /** Runs until {@code horizonSeconds}; what has not ended then ends never. */
    public Result run(List<Task> tasks, double horizonSeconds) {
        return run(tasks, horizonSeconds, new EnergyMeter(LinearPower.NONE));
    }

    /** The same, metered to the horizon, or to the last event where that is infinite. */
    public Result run(List<Task> tasks, double horizonSeconds, EnergyMeter meter) {
        require(horizonSeconds > 0, "host: the horizon must be above 0 s");
        for (Task task : tasks) {
            if (task.machine() < 0 || task.machine() >= machines.size()) {
                throw new IllegalArgumentException("task: no machine " + task.machine() + " among " + machines.size());
            }
        }
        return new HostRun(capacity, coreWorkPerSecond, machines, discipline, tasks, meter).until(horizonSeconds);
    }
}
