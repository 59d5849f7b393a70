package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One control group: a folder in one tree (version 2) or in one tree a controller (version 1). */
public final class ControlGroup implements AutoCloseable {
    private static final int PERIOD_MICROSECONDS = 100_000;

    private final boolean unified;
    private final boolean affinity;
    private final Map<String, Path> folders;
    private String processors = "";

    /** With {@code affinity} it is not the group that is kept on processors, but each process that is put in. */
    ControlGroup(boolean unified, boolean affinity, Map<String, Path> folders) throws IOException {
        this.unified = unified;
        this.affinity = affinity;
        this.folders = folders;
        if (!unified && folders.containsKey("cpuset")) {
            Path parent = Optional.ofNullable(folder("cpuset").getParent()).orElseThrow();
            for (String file : List.of("cpuset.cpus", "cpuset.mems")) {
                write("cpuset", file, Files.readString(parent.resolve(file)).strip());
            }
        }
    }

    private Path folder(String controller) throws IOException {
        Path folder = folders.get(controller);
        if (folder == null) {
            throw new IOException("no " + controller + " controller");
        }
        return folder;
    }

    private void write(String controller, String file, String value) throws IOException {
        Files.writeString(folder(controller).resolve(file), value);
    }

    /** Weight against the neighbours: 1 is the default. */
    void weight(double weight) throws IOException {
        if (unified) {
            write("cpu", "cpu.weight", String.valueOf(Math.round(100 * weight)));
        } else {
            write("cpu", "cpu.shares", String.valueOf(Math.round(1024 * weight)));
        }
    }

    /** CPU time per 100 ms, in cores; 0 takes the quota away. */
    void quota(double cores) throws IOException {
        long quota = Math.round(cores * PERIOD_MICROSECONDS);
        if (unified) {
            write("cpu", "cpu.max", (cores == 0 ? "max" : String.valueOf(quota)) + " " + PERIOD_MICROSECONDS);
        } else {
            write("cpu", "cpu.cfs_period_us", String.valueOf(PERIOD_MICROSECONDS));
            write("cpu", "cpu.cfs_quota_us", cores == 0 ? "-1" : String.valueOf(quota));
        }
    }

    /** The processors it may use, such as {@code 0} or {@code 0-1}. */
    void processors(String list) throws IOException {
        processors = list;
        if (!affinity) {
            write("cpuset", "cpuset.cpus", list);
        }
    }

    void memoryLimit(long bytes) throws IOException {
        write("memory", unified ? "memory.max" : "memory.limit_in_bytes", String.valueOf(bytes));
    }

    /** The most memory it has held. */
    long memoryPeak() throws IOException {
        Path file = folder("memory").resolve(unified ? "memory.peak" : "memory.max_usage_in_bytes");
        return Long.parseLong(Files.readString(file).strip());
    }

    /** Puts a process in. */
    void add(long pid) throws IOException {
        for (Path folder : Map.copyOf(folders).values().stream().distinct().toList()) {
            Files.writeString(folder.resolve("cgroup.procs"), String.valueOf(pid));
        }
        if (affinity) {
            Affinity.set(pid, processors.isEmpty() ? Affinity.allowed() : processors);
        }
    }

    /** Kills what is in it and removes it. */
    @Override
    public void close() {
        folders.values().stream().distinct().forEach(ControlGroup::removeFolder);
    }

    static void removeFolder(Path folder) {
        for (int attempt = 0; attempt < 100 && Files.isDirectory(folder); attempt++) {
            try {
                Path procs = folder.resolve("cgroup.procs");
                for (String pid : Files.isReadable(procs) ? Files.readAllLines(procs) : List.<String>of()) {
                    ProcessHandle.of(Long.parseLong(pid)).ifPresent(ProcessHandle::destroyForcibly);
                }
                Files.delete(folder);
            } catch (IOException stillBusy) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
