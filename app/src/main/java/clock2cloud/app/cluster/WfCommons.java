package clock2cloud.app.cluster;

import clock2cloud.cluster.job.TaskGraph;
import clock2cloud.cluster.job.Workflow;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads workflow instances of WfCommons, schema 1.0 to 1.5. */
final class WfCommons {
    private final String file;
    private final double flopsPerSecond;

    private WfCommons(String file, double flopsPerSecond) {
        this.file = file;
        this.flopsPerSecond = flopsPerSecond;
    }

    /** @param flopsPerSecond speed of the machine on which the run times were measured */
    static List<TaskGraph.Task> tasks(JsonNode root, String file, double flopsPerSecond) {
        return new WfCommons(file, flopsPerSecond).tasks(root.path("workflow"));
    }

    private List<TaskGraph.Task> tasks(JsonNode workflow) {
        JsonNode specification = workflow.has("specification") ? workflow.get("specification") : workflow;
        JsonNode listed = specification.has("tasks") ? specification.get("tasks") : specification.path("jobs");
        if (!listed.isArray()) {
            throw new IllegalArgumentException(file + ": workflow has no list of tasks (WfCommons schema 1.0 to 1.5)");
        }
        Map<String, JsonNode> runs = new HashMap<>();
        workflow.path("execution")
                .path("tasks")
                .forEach(run -> runs.put(run.path("id").asText(), run));
        Map<String, Double> sizes = new HashMap<>();
        specification.path("files").forEach(one -> sizes.put(one.path("id").asText(), size(one)));
        Map<String, Workflow.Job> jobs = new LinkedHashMap<>();
        Map<String, String> names = new HashMap<>();
        for (JsonNode task : listed) {
            String id = task.path("id").asText(task.path("name").asText());
            names.put(task.path("name").asText(id), id);
            names.put(id, id);
            if (jobs.put(id, job(id, task, runs.getOrDefault(id, task), sizes)) != null) {
                throw new IllegalArgumentException(file + ": two tasks have the id " + id);
            }
        }
        for (JsonNode task : listed) {
            String id = task.path("id").asText(task.path("name").asText());
            task.path("parents").forEach(parent -> link(jobs, names, parent.asText(), id));
            task.path("children").forEach(child -> link(jobs, names, id, child.asText()));
        }
        return Workflow.tasks(new ArrayList<>(jobs.values()));
    }

    private void link(Map<String, Workflow.Job> jobs, Map<String, String> names, String parent, String child) {
        Workflow.Job needing = jobs.get(names.getOrDefault(child, ""));
        if (needing == null || !names.containsKey(parent)) {
            throw new IllegalArgumentException(
                    file + ": task " + child + " needs " + parent + ", one of them is no task");
        }
        needing.parents().add(names.getOrDefault(parent, parent));
    }

    private Workflow.Job job(String id, JsonNode task, JsonNode run, Map<String, Double> sizes) {
        double seconds = first(run, "runtimeInSeconds", "runtime");
        int cores = Math.max(1, (int) Math.round(first(run, "coreCount", "cores")));
        if (!(seconds >= 0)) {
            throw new IllegalArgumentException(file + ": task " + id + ": its run time is " + seconds);
        }
        Workflow.Job job = Workflow.Job.of(id, seconds * flopsPerSecond * cores, cores);
        task.path("inputFiles").forEach(one -> job.reads().put(one.asText(), sizes.getOrDefault(one.asText(), 0.0)));
        task.path("outputFiles").forEach(one -> job.writes().put(one.asText(), sizes.getOrDefault(one.asText(), 0.0)));
        for (JsonNode one : task.path("files")) {
            String name = one.path("name").asText(one.path("id").asText());
            ("output".equals(one.path("link").asText()) ? job.writes() : job.reads()).put(name, size(one));
        }
        return job;
    }

    private static double size(JsonNode one) {
        return first(one, "sizeInBytes", "size");
    }

    private static double first(JsonNode node, String name, String older) {
        return node.has(name) ? node.get(name).asDouble() : node.path(older).asDouble(0);
    }
}
