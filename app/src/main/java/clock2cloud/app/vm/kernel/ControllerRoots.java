package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where each controller can be used: one folder in the one tree of version 2, or a tree a controller in version 1.
 *
 * @param unified whether it is version 2
 * @param folders by controller; without {@code cpu} where nothing can be done
 * @param aside who had to make room for it
 */
record ControllerRoots(boolean unified, Map<String, Path> folders, Optional<SteppedAside> aside) {
    private static final List<String> CONTROLLERS = List.of("cpu", "cpuset", "memory");

    /** From the lines of /proc/mounts and /proc/self/cgroup. */
    static ControllerRoots of(List<String> mounted, List<String> own) throws IOException {
        ControllerRoots two = versionTwo(mounted, own);
        return two.folders().isEmpty() ? new ControllerRoots(false, versionOne(mounted, own), Optional.empty()) : two;
    }

    private static ControllerRoots none() {
        return new ControllerRoots(true, Map.of(), Optional.empty());
    }

    /** The top of the tree where it can be written, else this program's own, delegated group. */
    private static ControllerRoots versionTwo(List<String> mounted, List<String> own) throws IOException {
        for (String line : mounted) {
            String[] fields = line.split(" ", -1);
            if (!fields[2].equals("cgroup2")) {
                continue;
            }
            for (Path at : List.of(Path.of(fields[1]), Path.of(fields[1] + ownPath("0::", own)))) {
                ControllerRoots roots = at(at);
                if (roots.folders().containsKey("cpu")) {
                    return roots;
                }
            }
        }
        return none();
    }

    private static ControllerRoots at(Path at) throws IOException {
        Path list = at.resolve("cgroup.controllers");
        if (!Files.isReadable(list) || !Files.isWritable(at)) {
            return none();
        }
        List<String> offered = List.of(Files.readString(list).strip().split(" ", -1));
        // only the top of the whole tree, which has no type, may hold processes beside groups: a container's top may
        // not
        boolean mustBeEmpty = Files.exists(at.resolve("cgroup.type"));
        Optional<SteppedAside> aside =
                mustBeEmpty && offered.contains("cpu") ? SteppedAside.from(at) : Optional.empty();
        Map<String, Path> roots = new LinkedHashMap<>();
        for (String controller : CONTROLLERS) {
            if (offered.contains(controller) && enable(at, controller)) {
                roots.put(controller, at);
            }
        }
        if (!roots.containsKey("cpu")) {
            aside.ifPresent(SteppedAside::close);
        }
        return new ControllerRoots(true, roots, aside);
    }

    private static boolean enable(Path at, String controller) {
        try {
            Files.writeString(at.resolve("cgroup.subtree_control"), "+" + controller);
            return true;
        } catch (IOException e) {
            return false; // processes in the way, or not delegated
        }
    }

    private static Map<String, Path> versionOne(List<String> mounted, List<String> own) {
        Map<String, Path> roots = new LinkedHashMap<>();
        for (String line : mounted) {
            String[] fields = line.split(" ", -1);
            if (!fields[2].equals("cgroup")) {
                continue;
            }
            List<String> options = List.of(fields[3].split(",", -1));
            for (String controller : CONTROLLERS) {
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
}
