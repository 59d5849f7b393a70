package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * In version 2 a group may hold processes or groups with controllers, not both: who was in it waits in a group below, and goes
 * back when it is closed. They are not ours: nothing here ends a process.
 */
final class SteppedAside implements AutoCloseable {
    private static final String SUFFIX = "-self";

    private final Path group;
    private final Path aside;

    private SteppedAside(Path group, Path aside) {
        this.group = group;
        this.aside = aside;
    }

    /** Whether a group of this name holds processes that are not ours. */
    static boolean named(String name) {
        return name.endsWith(SUFFIX);
    }

    /** Empties a group; nothing where nobody is in it. */
    static Optional<SteppedAside> from(Path group) throws IOException {
        if (processes(group).isEmpty()) {
            return Optional.empty();
        }
        Path aside =
                group.resolve(ControlGroups.PREFIX + ProcessHandle.current().pid() + SUFFIX);
        Files.createDirectories(aside);
        move(group, aside);
        return Optional.of(new SteppedAside(group, aside));
    }

    private static List<String> processes(Path group) throws IOException {
        Path procs = group.resolve("cgroup.procs");
        return Files.isReadable(procs) ? Files.readAllLines(procs) : List.of();
    }

    private static void move(Path from, Path into) throws IOException {
        for (String pid : processes(from)) {
            try {
                Files.writeString(into.resolve("cgroup.procs"), pid);
            } catch (IOException gone) {
                // ended meanwhile, or not ours to move: enabling will say so
            }
        }
    }

    /** Takes the controllers away from below and lets everybody back. */
    @Override
    public void close() {
        try {
            for (String controller : Files.readString(group.resolve("cgroup.subtree_control"))
                    .strip()
                    .split("[ +]+", -1)) {
                if (!controller.isEmpty()) {
                    Files.writeString(group.resolve("cgroup.subtree_control"), "-" + controller);
                }
            }
            move(aside, group);
            Files.delete(aside);
        } catch (IOException stillUsed) {
            // somebody else has a group here: they stay aside, where they can go on
        }
    }
}
