package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where this machine keeps its control groups, in version 2 or, where only that is there, version 1, and the groups that
 * this run has made. Closing removes them; so does the end of the program, and the next start sweeps up after a kill.
 */
public final class ControlGroups implements AutoCloseable {
    static final String PREFIX = "c2c-check-";

    private final ControllerRoots roots;
    private final boolean affinity;
    private final List<ControlGroup> made = new ArrayList<>();
    private final Thread hook = new Thread(this::removeAll);

    private ControlGroups(ControllerRoots roots) {
        this.roots = roots;
        this.affinity = !roots.folders().containsKey("cpuset") && Affinity.canBeSet();
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Either the groups, or why there are none and what is needed. */
    public record Found(Optional<ControlGroups> groups, String reason) {}

    /** Looks for writable controllers and sweeps up what an earlier, killed run has left. */
    public static Found find() {
        return find(Path.of("/proc/mounts"), Path.of("/proc/self/cgroup"));
    }

    /** As {@link #find()}, with the list of mounts and of this program's own groups in other files. */
    static Found find(Path mounts, Path self) {
        try {
            if (!Files.isReadable(mounts)) {
                return new Found(Optional.empty(), "this is no Linux: there is no /proc/mounts");
            }
            List<String> mounted = Files.readAllLines(mounts);
            List<String> own = Files.readAllLines(self);
            ControllerRoots roots = ControllerRoots.of(mounted, own);
            if (!roots.folders().containsKey("cpu")) {
                return new Found(Optional.empty(), NEEDED);
            }
            sweep(roots.folders());
            return new Found(Optional.of(new ControlGroups(roots)), "");
        } catch (IOException e) {
            return new Found(Optional.empty(), NEEDED + " (" + e.getMessage() + ")");
        }
    }

    private static final String NEEDED =
            "no control group with a CPU controller can be written to: run as root, or in a"
                    + " delegated group (systemd-run --user --scope -p Delegate=yes ./c2c vm check)";

    private static void sweep(Map<String, Path> roots) throws IOException {
        for (Path root : roots.values()) {
            try (Stream<Path> children = Files.list(root)) {
                for (Path child : children.toList()) {
                    String name = child.getFileName().toString();
                    if (name.startsWith(PREFIX) && !SteppedAside.named(name) && !alive(name)) {
                        ControlGroup.removeFolder(child);
                    }
                }
            }
        }
    }

    private static boolean alive(String name) {
        String pid = name.substring(PREFIX.length()).replaceAll("-.*", "");
        return pid.matches("\\d{1,18}")
                && ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessHandle::isAlive)
                        .orElse(false);
    }

    /** Which version, for the report. */
    public int version() {
        return roots.unified() ? 2 : 1;
    }

    /** Whether groups can have this controller. */
    public boolean has(String controller) {
        return roots.folders().containsKey(controller);
    }

    /** Whether groups can be kept on some of the processors. */
    public boolean canPin() {
        return affinity || has("cpuset");
    }

    /** A new, empty group. */
    public synchronized ControlGroup create() throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + made.size();
        Map<String, Path> folders = new LinkedHashMap<>();
        for (Map.Entry<String, Path> root : roots.folders().entrySet()) {
            Path folder = root.getValue().resolve(name);
            Files.createDirectories(folder);
            folders.put(root.getKey(), folder);
        }
        ControlGroup group = new ControlGroup(roots.unified(), affinity, folders);
        made.add(group);
        return group;
    }

    private synchronized void removeAll() {
        made.forEach(ControlGroup::close);
        made.clear();
        roots.aside().ifPresent(SteppedAside::close);
    }

    @Override
    public void close() {
        removeAll();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // the program is ending: the hook runs anyway
        }
    }
}
