package clock2cloud.app.cluster;

import clock2cloud.app.table.Json;
import clock2cloud.cluster.job.AllReduceRun;
import clock2cloud.cluster.job.BagOfTasks;
import clock2cloud.cluster.job.Dax;
import clock2cloud.cluster.job.Failure;
import clock2cloud.cluster.job.MapReduce;
import clock2cloud.cluster.job.MasterWorker;
import clock2cloud.cluster.job.ParameterServer;
import clock2cloud.cluster.job.RandomCrashes;
import clock2cloud.cluster.job.TaskGraph;
import clock2cloud.cluster.job.Workload;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A workload as JSON: one kind of work, and what goes wrong meanwhile. */
record WorkloadFile(
        Optional<MasterWorker> masterWorker,
        Optional<BagOfTasks> bagOfTasks,
        Optional<MapReduce> mapReduce,
        Optional<TaskGraph> taskGraph,
        Optional<WorkflowFile> workflowFile,
        Optional<ParameterServer> parameterServer,
        Optional<AllReduceRun> allReduce,
        Optional<List<Failure>> failures,
        Optional<RandomCrashes> randomCrashes) {
    private static final double REFERENCE_FLOPS_PER_SECOND = 1e9;

    /**
     * A workflow that somebody else wrote.
     *
     * @param file DAX XML or WfCommons JSON, beside the workload file
     * @param flopsPerSecond speed of the machine on which its run times were measured, 1e9 when absent
     */
    record WorkflowFile(
            String file,
            Optional<Double> flopsPerSecond,
            Optional<List<String>> hosts,
            Optional<String> storage,
            Optional<Boolean> speculative) {
        Workload read(Path beside) {
            Path path = beside.resolveSibling(file);
            double speed = flopsPerSecond.orElse(REFERENCE_FLOPS_PER_SECOND);
            return new TaskGraph(tasks(path, speed), hosts, storage, speculative);
        }
    }

    /** A workload file: our JSON, or a workflow as DAX XML or WfCommons JSON. */
    static WorkloadFile read(Path file) {
        if (file.toString().endsWith(".json") && !isWfCommons(file)) {
            return Json.readWhole(file, WorkloadFile.class);
        }
        Optional<WorkflowFile> whole = Optional.of(new WorkflowFile(
                file.getFileName().toString(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty()));
        return new WorkloadFile(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                whole,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static boolean isWfCommons(Path file) {
        try {
            return Files.readString(file).contains("\"workflow\"")
                    && Json.read(file, JsonNode.class).has("workflow");
        } catch (IOException e) {
            return false; // which reading it will say better
        }
    }

    private static List<TaskGraph.Task> tasks(Path path, double flopsPerSecond) {
        if (path.toString().endsWith(".json")) {
            return WfCommons.tasks(Json.read(path, JsonNode.class), path.toString(), flopsPerSecond);
        }
        if (Files.isDirectory(path)) {
            throw new IllegalArgumentException(path + ": is a folder; name a DAX or WfCommons workflow");
        }
        try (InputStream input = Files.newInputStream(path)) {
            return Dax.read(input, path.toString(), flopsPerSecond);
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(path + ": no such file; name a DAX or WfCommons workflow", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(path + ": cannot be read; name a DAX or WfCommons workflow", e);
        }
    }

    /** The work. */
    Workload workload(Path file) {
        List<Workload> found = Stream.<Optional<? extends Workload>>of(
                        masterWorker,
                        bagOfTasks,
                        mapReduce,
                        taskGraph,
                        workflowFile.map(workflow -> workflow.read(file)),
                        parameterServer,
                        allReduce)
                .<Workload>flatMap(Optional::stream)
                .toList();
        if (found.size() != 1) {
            throw new IllegalArgumentException(file + ": has " + found.size() + " kinds of work; right would be one of"
                    + " masterWorker, bagOfTasks, mapReduce, taskGraph, workflowFile, parameterServer, allReduce");
        }
        return found.get(0);
    }
}
