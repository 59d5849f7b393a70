package clock2cloud.app.vm;

import clock2cloud.app.vm.Scenario.Policies;
import clock2cloud.app.vm.Scenario.Vm;
import clock2cloud.app.vm.ScenarioResult.Done;
import clock2cloud.app.vm.ScenarioResult.Stay;
import clock2cloud.vm.Refusal;
import clock2cloud.vm.host.Host;
import clock2cloud.vm.pool.PoolResult.Outcome;
import clock2cloud.vm.task.Discipline;
import clock2cloud.vm.task.Machine;
import clock2cloud.vm.task.SharedHost;
import clock2cloud.vm.task.Task;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The work in a scenario's machines, host by host and exact. A task begins when both it and its machine are there; when
 * its machine restarts elsewhere it begins again from nothing.
 */
final class ScenarioTasks {
    private final Discipline discipline;
    private final String overhead;
    private final List<Host> hosts;
    private final Map<String, Vm> vms;
    private final List<Outcome> stays;
    private final Map<String, List<Integer>> staysOf = new LinkedHashMap<>();
    private final double[] got;
    private final double[] wanted;
    private final List<ScenarioPiece> pieces;
    private final double horizon;
    private final ScenarioEnergy energy;

    /** Stays with what they got, and tasks. */
    record Result(List<Stay> stays, List<Done> tasks, List<Refusal> unfinished) {
        double makespanSeconds() {
            return tasks.stream().mapToDouble(Done::finishSeconds).max().orElse(0);
        }

        double finishSumSeconds() {
            return tasks.stream().mapToDouble(Done::finishSeconds).sum();
        }

        /** Cores in use at a time, by the mean of each stay; machines without work count as idle. */
        double usedCores(double seconds) {
            return stays.stream()
                    .filter(s -> s.startSeconds() <= seconds && seconds < s.endSeconds())
                    .mapToDouble(s -> s.gotCores().orElse(0))
                    .sum();
        }
    }

    ScenarioTasks(
            Scenario scenario,
            Policies policies,
            List<Host> hosts,
            Map<String, Vm> vms,
            List<Outcome> stays,
            double horizon,
            ScenarioEnergy energy) {
        this.energy = energy;
        this.discipline = discipline(policies.discipline().orElse("time-shared"));
        this.overhead = scenario.overhead().orElse("none");
        this.hosts = hosts;
        this.vms = vms;
        this.stays = stays;
        this.horizon = horizon;
        got = new double[stays.size()];
        wanted = new double[stays.size()];
        for (int i = 0; i < stays.size(); i++) {
            staysOf.computeIfAbsent(stays.get(i).name(), k -> new ArrayList<>()).add(i);
        }
        pieces = ScenarioPiece.all(scenario.tasks().orElse(List.of()), vms);
    }

    private static Discipline discipline(String name) {
        return switch (name) {
            case "time-shared" -> Discipline.TIME_SHARED;
            case "space-shared" -> Discipline.SPACE_SHARED;
            default ->
                throw new IllegalArgumentException(
                        "policies.discipline: no discipline " + name + "; there are time-shared, space-shared");
        };
    }

    Result run() {
        boolean again = true;
        while (again) {
            simulate();
            again = false;
            for (ScenarioPiece piece : pieces) {
                List<Integer> mine = staysOf.getOrDefault(piece.vm, List.of());
                if (piece.finish == Double.POSITIVE_INFINITY && piece.stay + 1 < mine.size()) {
                    piece.stay++;
                    again = true;
                }
            }
        }
        return result();
    }

    private void simulate() {
        List<List<Integer>> onHost = new ArrayList<>();
        hosts.forEach(h -> onHost.add(new ArrayList<>()));
        for (int i = 0; i < stays.size(); i++) {
            if (vms.containsKey(stays.get(i).name())) {
                onHost.get(stays.get(i).host()).add(i);
            }
        }
        Map<Integer, List<ScenarioPiece>> inStay = new LinkedHashMap<>();
        for (ScenarioPiece piece : pieces) {
            List<Integer> mine = staysOf.getOrDefault(piece.vm, List.of());
            for (int s = 0; s <= piece.stay && s < mine.size(); s++) {
                inStay.computeIfAbsent(mine.get(s), k -> new ArrayList<>()).add(piece);
            }
        }
        for (int host = 0; host < hosts.size(); host++) {
            simulate(host, onHost.get(host), inStay);
        }
    }

    private void simulate(int number, List<Integer> here, Map<Integer, List<ScenarioPiece>> inStay) {
        Host host = hosts.get(number);
        List<Machine> machines = new ArrayList<>();
        List<Task> tasks = new ArrayList<>();
        List<Optional<ScenarioPiece>> owners = new ArrayList<>();
        for (int stay : here) {
            Outcome at = stays.get(stay);
            Vm vm = Optional.ofNullable(vms.get(at.name())).orElseThrow();
            for (ScenarioPiece piece : inStay.getOrDefault(stay, List.of())) {
                tasks.add(new Task(machines.size(), piece.flops, Math.max(piece.arrival, at.startSeconds())));
                boolean last =
                        Optional.ofNullable(staysOf.get(piece.vm)).orElseThrow().get(piece.stay) == stay;
                owners.add(last ? Optional.of(piece) : Optional.empty());
            }
            double demand = vm.demandCores().orElse(0.0);
            for (int i = 0; i < demand; i++) {
                tasks.add(new Task(machines.size(), Double.POSITIVE_INFINITY, at.startSeconds()));
                owners.add(Optional.empty());
            }
            machines.add(machine(vm, at));
        }
        if (tasks.isEmpty()) {
            return;
        }
        double speed = host.clockHertz()
                * host.flopsPerCycle()
                * OverheadOption.of(overhead).efficiencyFraction(host.clockHertz());
        SharedHost.Result result =
                new SharedHost(host.cores(), speed, machines, discipline).run(tasks, horizon, energy.meter(number));
        for (int i = 0; i < tasks.size(); i++) {
            if (owners.get(i).isPresent()) {
                ScenarioPiece piece = owners.get(i).get();
                piece.start = result.startSeconds()[i];
                piece.finish = result.finishSeconds()[i];
            }
        }
        for (int m = 0; m < here.size(); m++) {
            got[here.get(m)] = result.gotWork()[m] / speed;
            wanted[here.get(m)] = result.wantedWork()[m] / speed;
        }
    }

    private static Machine machine(Vm vm, Outcome at) {
        return new Machine(
                at.name(),
                vm.virtualCores(),
                vm.cap(),
                Math.min(vm.cap(), vm.reservationCores().orElse(0.0)),
                vm.shares().map(s -> s / vm.virtualCores()).orElse(1.0),
                at.running() ? Double.POSITIVE_INFINITY : at.endSeconds());
    }

    private Result result() {
        List<Stay> answer = new ArrayList<>();
        for (int i = 0; i < stays.size(); i++) {
            Outcome at = stays.get(i);
            double seconds = at.endSeconds() - at.startSeconds();
            boolean worked = wanted[i] > 0 && seconds > 0;
            answer.add(new Stay(
                    at.name(),
                    at.tenant(),
                    hosts.get(at.host()).name(),
                    at.startSeconds(),
                    at.endSeconds(),
                    worked ? OptionalDouble.of(got[i] / seconds) : OptionalDouble.empty(),
                    worked ? OptionalDouble.of(Math.max(0, 1 - got[i] / wanted[i])) : OptionalDouble.empty()));
        }
        List<Done> done = new ArrayList<>();
        List<Refusal> unfinished = new ArrayList<>();
        for (ScenarioPiece piece : pieces) {
            if (piece.finish < Double.POSITIVE_INFINITY) {
                done.add(new Done(piece.name, piece.vm, piece.start, piece.finish));
            } else {
                unfinished.add(new Refusal(piece.name, reason(piece)));
            }
        }
        return new Result(List.copyOf(answer), List.copyOf(done), List.copyOf(unfinished));
    }

    private String reason(ScenarioPiece piece) {
        List<Integer> mine = staysOf.getOrDefault(piece.vm, List.of());
        if (mine.isEmpty()) {
            return "VM " + piece.vm + " was never placed";
        }
        Outcome last = stays.get(mine.get(mine.size() - 1));
        return last.running()
                ? "not done at the horizon of " + horizon + " s"
                : "VM " + piece.vm + " was gone at " + last.endSeconds() + " s";
    }
}
