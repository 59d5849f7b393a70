package clock2cloud.cluster.hdfs;

import java.util.List;

/**
 * Where a task's data lie; nowhere when it does not matter.
 *
 * @param processes those that have it in memory
 * @param nodes the machines that have it
 */
public record TaskLocality(List<Integer> processes, List<Integer> nodes) {
    /** How near to its data a task starts, the nearest first. */
    public enum Level {
        PROCESS,
        NODE,
        /** For tasks that do not mind: before those that must go far. */
        NO_PREFERENCE,
        ANY;

        /** The one that a job goes on to when it has waited long enough. */
        Level next() {
            return switch (this) {
                case PROCESS -> NODE;
                case NODE -> NO_PREFERENCE;
                case NO_PREFERENCE, ANY -> ANY;
            };
        }
    }

    public TaskLocality {
        processes = List.copyOf(processes);
        nodes = List.copyOf(nodes);
    }

    /** How near a process on a node is. */
    Level level(int process, int node) {
        if (processes.contains(process)) {
            return Level.PROCESS;
        }
        if (nodes.contains(node)) {
            return Level.NODE;
        }
        return has(Level.NO_PREFERENCE) ? Level.NO_PREFERENCE : Level.ANY;
    }

    /** Whether some process is, or could be, that near. */
    boolean has(Level level) {
        return switch (level) {
            case PROCESS -> !processes.isEmpty();
            case NODE -> !nodes.isEmpty();
            case NO_PREFERENCE -> processes.isEmpty() && nodes.isEmpty();
            case ANY -> true;
        };
    }
}
