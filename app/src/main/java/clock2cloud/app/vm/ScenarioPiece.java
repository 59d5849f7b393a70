package clock2cloud.app.vm;

import clock2cloud.app.table.Unit;
import clock2cloud.app.vm.Scenario.Vm;
import clock2cloud.app.vm.Scenario.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One task, and how many of its machine's stays have ended before it did. */
final class ScenarioPiece {
    final String name;
    final String vm;
    final double flops;
    final double arrival;
    int stay;
    double start = Double.POSITIVE_INFINITY;
    double finish = Double.POSITIVE_INFINITY;

    ScenarioPiece(String name, String vm, double flops, double arrival) {
        this.name = name;
        this.vm = vm;
        this.flops = flops;
        this.arrival = arrival;
    }

    /** The tasks of all this work, in order. */
    static List<ScenarioPiece> all(List<Work> work, Map<String, Vm> vms) {
        List<ScenarioPiece> pieces = new ArrayList<>();
        work.forEach(w -> add(w, vms, pieces));
        return pieces;
    }

    /** Tasks for a group of machines are dealt to them in turn. */
    private static void add(Work work, Map<String, Vm> vms, List<ScenarioPiece> pieces) {
        Optional<Vm> group = vms.entrySet().stream()
                .filter(e -> e.getValue().name().filter(work.vm()::equals).isPresent())
                .map(Map.Entry::getValue)
                .findFirst();
        int machines = group.flatMap(Vm::count).orElse(1);
        boolean one = vms.containsKey(work.vm());
        if (!one && group.isEmpty()) {
            throw new IllegalArgumentException("tasks: no VM " + work.vm() + " in vms");
        }
        if (group.flatMap(Vm::demandCores).isPresent()) {
            throw new IllegalArgumentException("tasks: VM " + work.vm() + " has demandCores; it takes no tasks");
        }
        double flops = work.workFlops().in(Unit.FLOPS, "tasks for " + work.vm() + ": workFlops");
        double arrival = Amount.or(work.arrivalSeconds(), Unit.SECONDS, "tasks: arrivalSeconds", 0);
        if (flops <= 0) {
            throw new IllegalArgumentException("tasks for " + work.vm() + ": workFlops must be above 0");
        }
        int count = work.count().orElse(1);
        if (count < 1 || pieces.size() + (long) count > 10_000_000) {
            throw new IllegalArgumentException(
                    "tasks for " + work.vm() + ": count " + count + " is not between 1 and ten million tasks in all");
        }
        String name = work.name().orElse("task" + (pieces.size() + 1));
        for (int i = 0; i < count; i++) {
            String vm = one ? work.vm() : work.vm() + "-" + (i % machines + 1);
            pieces.add(new ScenarioPiece(count == 1 ? name : name + "-" + (i + 1), vm, flops, arrival));
        }
    }
}
