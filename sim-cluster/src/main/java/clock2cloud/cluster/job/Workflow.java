package clock2cloud.cluster.job;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Jobs that read and write files, as tasks that hand bytes over. */
public final class Workflow {
    /**
     * A job.
     *
     * @param parents jobs that it needs
     * @param reads bytes by file
     * @param writes bytes by file
     */
    public record Job(
            String name,
            double flops,
            int cores,
            Set<String> parents,
            Map<String, Double> reads,
            Map<String, Double> writes) {
        /** A job that needs nothing yet. */
        public static Job of(String name, double flops, int cores) {
            return new Job(name, flops, cores, new LinkedHashSet<>(), new LinkedHashMap<>(), new LinkedHashMap<>());
        }
    }

    private Workflow() {}

    /** A file that a job reads comes from the parent that writes it, or from the storage when no parent does. */
    public static List<TaskGraph.Task> tasks(List<Job> jobs) {
        Map<String, Job> byName = new LinkedHashMap<>();
        jobs.forEach(job -> byName.put(job.name, job));
        List<TaskGraph.Task> tasks = new ArrayList<>();
        for (Job job : jobs) {
            Map<String, Double> handed = new LinkedHashMap<>();
            job.parents.forEach(parent -> handed.put(parent, 0.0));
            double stored = 0;
            for (Map.Entry<String, Double> read : job.reads.entrySet()) {
                Optional<String> writer = job.parents.stream()
                        .filter(parent -> byName.containsKey(parent)
                                && byName.get(parent).writes.containsKey(read.getKey()))
                        .findFirst();
                if (writer.isPresent()) {
                    handed.merge(writer.get(), read.getValue(), Double::sum);
                } else {
                    stored += read.getValue();
                }
            }
            List<TaskGraph.Parent> parents = handed.entrySet().stream()
                    .map(entry -> new TaskGraph.Parent(entry.getKey(), entry.getValue()))
                    .toList();
            tasks.add(new TaskGraph.Task(
                    job.name, job.flops, Optional.of(job.cores), Optional.of(parents), Optional.of(stored)));
        }
        return tasks;
    }
}
