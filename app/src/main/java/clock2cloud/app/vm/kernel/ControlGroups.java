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

    private final boolean unified;
    private final Map<String, Path> roots;
    private final List<ControlGroup> made = new ArrayList<>();
    private final Thread hook = new Thread(this::removeAll);

    private ControlGroups(boolean unified, Map<String, Path> roots) {
        this.unified = unified;
        this.roots = roots;
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
            Map<String, Path> roots = unifiedRoots(mounted, own);
            boolean unified = !roots.isEmpty();
            if (!unified) {
                roots = versionOneRoots(mounted, own);
            }
            if (!roots.containsKey("cpu")) {
                return new Found(Optional.empty(), NEEDED);
            }
            sweep(roots);
            return new Found(Optional.of(new ControlGroups(unified, roots)), "");
        } catch (IOException e) {
            return new Found(Optional.empty(), NEEDED + " (" + e.getMessage() + ")");
        }
    }

    private static final String NEEDED =
            "no control group with a CPU controller can be written to: run as root, or in a"
                    + " delegated group (systemd-run --user --scope -p Delegate=yes ./c2c vm check)";

    /** Version 2: the root of the tree for root, else this program's own, delegated group. */
    private static Map<String, Path> unifiedRoots(List<String> mounted, List<String> own) throws IOException {
        for (String line : mounted) {
            String[] fields = line.split(" ", -1);
            if (!fields[2].equals("cgroup2")) {
                continue;
            }
            Path top = Path.of(fields[1]);
            for (Path at : List.of(top, Path.of(fields[1] + ownPath("0::", own)))) {
                Map<String, Path> roots = controllersOf(at, !at.equals(top));
                if (roots.containsKey("cpu")) {
                    return roots;
                }
            }
        }
        return Map.of();
    }

    private static Map<String, Path> controllersOf(Path at, boolean delegated) throws IOException {
        Path list = at.resolve("cgroup.controllers");
        if (!Files.isReadable(list) || !Files.isWritable(at)) {
            return Map.of();
        }
        List<String> offered = List.of(Files.readString(list).strip().split(" ", -1));
        if (delegated && offered.contains("cpu")) {
            stepAside(at);
        }
        Map<String, Path> roots = new LinkedHashMap<>();
        for (String controller : List.of("cpu", "cpuset", "memory")) {
            if (offered.contains(controller) && enable(at, controller)) {
                roots.put(controller, at);
            }
        }
        return roots;
    }

    /** A group may hold processes or groups with controllers, not both: who is in it moves into a group below. */
    private static void stepAside(Path at) throws IOException {
        Path procs = at.resolve("cgroup.procs");
        List<String> here = Files.isReadable(procs) ? Files.readAllLines(procs) : List.of();
        if (here.isEmpty()) {
            return;
        }
        Path aside = at.resolve(PREFIX + ProcessHandle.current().pid() + "-self");
        Files.createDirectories(aside);
        for (String pid : here) {
            try {
                Files.writeString(aside.resolve("cgroup.procs"), pid);
            } catch (IOException gone) {
                // ended meanwhile, or not ours to move: enabling will say so
            }
        }
    }

    private static boolean enable(Path at, String controller) {
        try {
            Files.writeString(at.resolve("cgroup.subtree_control"), "+" + controller);
            return true;
        } catch (IOException e) {
            return false; // processes in the way, or not delegated
        }
    }

    /** Version 1: one tree a controller. */
    private static Map<String, Path> versionOneRoots(List<String> mounted, List<String> own) {
        Map<String, Path> roots = new LinkedHashMap<>();
        for (String line : mounted) {
            String[] fields = line.split(" ", -1);
            if (!fields[2].equals("cgroup")) {
                continue;
            }
            List<String> options = List.of(fields[3].split(",", -1));
            for (String controller : List.of("cpu", "cpuset", "memory")) {
                if (options.contains(controller)) {
                    Stream.of(Path.of(fields[1] + ownPath(controller, own)), Path.of(fields[1]))
                            .filter(Files::isWritable)
                            .findFirst()
                            .ifPresent(root -> roots.put(controller, root));
                }
            }
        }
        return roots;
    }

    /** This program's own place in the tree of a controller. */
    private static String ownPath(String controller, List<String> own) {
        for (String line : own) {
            String[] fields = line.split(":", 3);
            boolean mine = controller.equals("0::")
                    ? line.startsWith("0::")
                    : List.of(fields[1].split(",", -1)).contains(controller);
            if (mine) {
                return fields[2].equals("/") ? "" : fields[2];
            }
        }
        return "";
    }

    private static void sweep(Map<String, Path> roots) throws IOException {
        for (Path root : roots.values()) {
            try (Stream<Path> children = Files.list(root)) {
                for (Path child : children.toList()) {
                    String name = child.getFileName().toString();
                    if (name.startsWith(PREFIX) && !alive(name)) {
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

    boolean unified() {
        return unified;
    }

    /** Which version, for the report. */
    public int version() {
        return unified ? 2 : 1;
    }

    /** Whether groups can have this controller. */
    public boolean has(String controller) {
        return roots.containsKey(controller);
    }

    /** A new, empty group. */
    public synchronized ControlGroup create() throws IOException {
        String name = PREFIX + ProcessHandle.current().pid() + "-" + made.size();
        Map<String, Path> folders = new LinkedHashMap<>();
        for (Map.Entry<String, Path> root : roots.entrySet()) {
            Path folder = root.getValue().resolve(name);
            Files.createDirectories(folder);
            folders.put(root.getKey(), folder);
        }
        ControlGroup group = new ControlGroup(unified, folders);
        made.add(group);
        return group;
    }

    private synchronized void removeAll() {
        made.forEach(ControlGroup::close);
        made.clear();
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
