package clock2cloud.cluster.job;

import clock2cloud.cluster.network.XmlElements;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads Pegasus DAX workflows (schema 2 and 3): jobs with run times, the files that they use, and who needs whom. A job
 * gets from its parent the files that the one writes and the other reads; what no parent writes is read from the storage.
 */
public final class Dax {
    private final XmlElements xml;
    private final double flopsPerSecond;
    private final Map<String, Workflow.Job> jobs = new LinkedHashMap<>();
    private String current = "";

    private Dax(InputStream input, String file, double flopsPerSecond) {
        this.xml = new XmlElements(input, file);
        this.flopsPerSecond = flopsPerSecond;
    }

    /**
     * @param file name of the file, for messages
     * @param flopsPerSecond speed of the machine on which the run times were measured
     */
    public static List<TaskGraph.Task> read(InputStream input, String file, double flopsPerSecond) {
        return new Dax(input, file, flopsPerSecond).read();
    }

    private List<TaskGraph.Task> read() {
        while (xml.next()) {
            if (xml.isStart()) {
                switch (xml.name()) {
                    case "job" -> job();
                    case "uses" -> uses();
                    case "child" -> current = known(xml.required("ref"));
                    case "parent" -> job(current).parents().add(known(xml.required("ref")));
                    case "adag", "filename", "argument", "file", "executable", "profile", "metadata", "pfn" -> {}
                    default -> throw xml.wrong("<" + xml.name() + "> is not supported in a DAX workflow");
                }
            }
        }
        return Workflow.tasks(new ArrayList<>(jobs.values()));
    }

    private void job() {
        current = xml.required("id");
        double seconds = number("runtime", xml.required("runtime"));
        Workflow.Job job = Workflow.Job.of(current, seconds * flopsPerSecond, 1);
        if (jobs.put(current, job) != null) {
            throw xml.wrong("two jobs have the id " + current);
        }
    }

    private void uses() {
        String name = xml.optional("file")
                .or(() -> xml.optional("name"))
                .orElseThrow(() -> xml.wrong("<uses> needs the attribute file or name"));
        double bytes = number("size", xml.optional("size").orElse("0"));
        switch (xml.word("link", "input", "output", "inout", "none")) {
            case "input" -> job(current).reads().put(name, bytes);
            case "output" -> job(current).writes().put(name, bytes);
            default -> {
                job(current).reads().put(name, bytes);
                job(current).writes().put(name, bytes);
            }
        }
    }

    private Workflow.Job job(String id) {
        Workflow.Job job = jobs.get(id);
        if (job == null) {
            throw xml.wrong("no job has the id '" + id + "'");
        }
        return job;
    }

    private String known(String id) {
        return job(id).name();
    }

    private double number(String attribute, String text) {
        try {
            double value = Double.parseDouble(text);
            if (value >= 0 && value < Double.POSITIVE_INFINITY) {
                return value;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw xml.wrong(attribute + "=\"" + text + "\" must be a number, zero or more");
    }
}
