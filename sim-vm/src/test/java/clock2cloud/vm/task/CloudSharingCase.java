package clock2cloud.vm.task;

import java.util.ArrayList;
import java.util.List;

/** One host of SimGrid's notation: {@code ( [oX]1 o )2} is a VM of one core with two tasks beside a task, on two cores. */
record CloudSharingCase(int cores, List<Machine> machines, List<Task> tasks, int probe) {
    private static final double LONG = 1e6;

    static CloudSharingCase of(String text) {
        int cores = text.charAt(text.length() - 1) - '0';
        List<Machine> machines = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        int probe = -1;
        for (int at = 1, machine = -1; text.charAt(at) != ')'; at++) {
            char c = text.charAt(at);
            if (c == '[') {
                machine = machines.size();
                machines.add(Machine.of("vm", text.charAt(text.indexOf(']', at) + 1) - '0'));
            } else if (c == ']') {
                machine = -1;
                at++;
            } else if (c != ' ') {
                probe = c == 'X' ? tasks.size() : probe;
                if (machine < 0) {
                    machines.add(Machine.of("task", 1));
                }
                tasks.add(new Task(machine < 0 ? machines.size() - 1 : machine, LONG, 0));
            }
        }
        return new CloudSharingCase(cores, machines, tasks, probe);
    }

    boolean hasProbe() {
        return probe >= 0;
    }

    /** The probed task is made short, so that nothing has changed when it ends. */
    double probeShare() {
        List<Task> shortened = new ArrayList<>(tasks);
        shortened.set(probe, new Task(tasks.get(probe).machine(), 1, 0));
        return 1 / host().run(shortened).finishSeconds()[probe];
    }

    /** All tasks together, over the time until the first one ends: each is made the shortest in turn. */
    double coresUsed() {
        double sum = 0;
        for (int i = 0; i < tasks.size(); i++) {
            sum += new CloudSharingCase(cores, machines, tasks, i).probeShare();
        }
        return sum;
    }

    private SharedHost host() {
        return new SharedHost(cores, 1, machines, Discipline.TIME_SHARED);
    }
}
