package clock2cloud.app.vm.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Control groups on a tree of plain files: what is written where, in version 2, in a delegated group, and after a kill. */
class ControlGroupsTest {
    @TempDir
    private Path folder = Path.of(".");

    private Path tree = folder;
    private Path mounts = folder;
    private Path self = folder;

    @BeforeEach
    void plant() throws IOException {
        tree = Files.createDirectories(folder.resolve("cgroup"));
        mounts = Files.writeString(folder.resolve("mounts"), "none " + tree + " cgroup2 rw 0 0\n");
        self = Files.writeString(folder.resolve("self"), "0::/user.slice/run.scope\n");
    }

    private static void controllers(Path at, String offered) throws IOException {
        Files.createDirectories(at);
        Files.writeString(at.resolve("cgroup.controllers"), offered + "\n");
        Files.writeString(at.resolve("cgroup.subtree_control"), "");
    }

    @Test
    void versionTwoAtTheTop() throws IOException {
        controllers(tree, "cpu cpuset memory");
        ControlGroups groups = ControlGroups.find(mounts, self).groups().orElseThrow();
        assertEquals(2, groups.version());
        assertTrue(groups.has("cpuset") && groups.has("memory"));
        ControlGroup group = groups.create();
        group.weight(3);
        group.quota(0.25);
        group.memoryLimit(64 << 20);
        group.processors("0");
        group.add(999_999_999);
        Path made = tree.resolve(ControlGroups.PREFIX + ProcessHandle.current().pid() + "-0");
        assertEquals("300", Files.readString(made.resolve("cpu.weight")));
        assertEquals("25000 100000", Files.readString(made.resolve("cpu.max")));
        assertEquals("67108864", Files.readString(made.resolve("memory.max")));
        assertEquals("0", Files.readString(made.resolve("cpuset.cpus")));
        assertEquals("999999999", Files.readString(made.resolve("cgroup.procs")));
        group.quota(0);
        assertEquals("max 100000", Files.readString(made.resolve("cpu.max")));
        empty(made);
        groups.close();
        assertFalse(Files.exists(made));
    }

    /** The top offers nothing; the scope that was delegated does, once the processes in it have stepped aside. */
    @Test
    void aDelegatedGroup() throws IOException {
        controllers(tree, "");
        Path scope = tree.resolve("user.slice/run.scope");
        controllers(scope, "cpu memory");
        Files.writeString(scope.resolve("cgroup.procs"), "424242\n");
        Files.writeString(scope.resolve("cgroup.type"), "domain\n");
        ControlGroups groups = ControlGroups.find(mounts, self).groups().orElseThrow();
        assertFalse(groups.has("cpuset"));
        Path aside =
                scope.resolve(ControlGroups.PREFIX + ProcessHandle.current().pid() + "-self");
        assertEquals("424242", Files.readString(aside.resolve("cgroup.procs")));
        Files.writeString(scope.resolve("cgroup.procs"), ""); // a real file does not list who has gone
        groups.close();
        assertEquals("424242", Files.readString(scope.resolve("cgroup.procs")));
        assertEquals("-memory", Files.readString(scope.resolve("cgroup.subtree_control")));
    }

    /** A container sees its own group as the top of the tree, with its processes in it: they step aside as well. */
    @Test
    void theTopOfAContainer() throws IOException {
        Files.writeString(self, "0::/\n");
        controllers(tree, "cpuset cpu io memory hugetlb pids rdma misc");
        Files.writeString(tree.resolve("cgroup.type"), "domain\n");
        Files.writeString(tree.resolve("cgroup.procs"), "1\n77\n");
        try (ControlGroups groups = ControlGroups.find(mounts, self).groups().orElseThrow()) {
            assertTrue(groups.has("cpuset") && groups.has("memory") && groups.canPin());
        }
        Path aside = tree.resolve(ControlGroups.PREFIX + ProcessHandle.current().pid() + "-self");
        assertEquals("77", Files.readString(aside.resolve("cgroup.procs"))); // the last one, on plain files
    }

    /** Who stepped aside for a run that was killed is nobody's to end. */
    @Test
    void theSweepEndsNobodyWhoSteppedAside() throws IOException {
        controllers(tree, "cpu");
        Path aside = Files.createDirectories(tree.resolve(ControlGroups.PREFIX + "999999999-self"));
        ControlGroups.find(mounts, self).groups().orElseThrow().close();
        assertTrue(Files.exists(aside));
    }

    /** Controllers in trees of version 1, an empty tree of version 2 beside them, as many machines had it for years. */
    @Test
    void versionOneBesideAnEmptyVersionTwo() throws IOException {
        Path cpu = Files.createDirectories(folder.resolve("cpu,cpuacct"));
        Path own = Files.createDirectories(cpu.resolve("box"));
        controllers(tree, "");
        Files.writeString(
                mounts,
                "cgroup2 " + tree + " cgroup2 rw,nosuid 0 0\ncgroup " + cpu + " cgroup rw,relatime,cpu,cpuacct 0 0\n");
        Files.writeString(self, "4:cpu,cpuacct:/box\n1:name=systemd:/\n0::/\n");
        ControlGroups groups = ControlGroups.find(mounts, self).groups().orElseThrow();
        assertEquals(1, groups.version());
        ControlGroup group = groups.create();
        group.weight(9);
        group.quota(1.5);
        Path made = own.resolve(ControlGroups.PREFIX + ProcessHandle.current().pid() + "-0");
        assertEquals("9216", Files.readString(made.resolve("cpu.shares")));
        assertEquals("150000", Files.readString(made.resolve("cpu.cfs_quota_us")));
        empty(made);
        groups.close();
    }

    @Test
    void whereThisProgramMayRun() throws IOException {
        Path status = Files.writeString(
                folder.resolve("status"),
                "Name:\tjava\nCpus_allowed:\tc0\nCpus_allowed_list:\t6-7\nMems_allowed_list:\t0\n");
        assertEquals("6-7", Affinity.allowed(status));
        assertEquals("6", Affinity.first("6-7"));
        assertEquals("2", Affinity.first("2,5-7"));
        assertEquals("0", Affinity.first("0"));
    }

    /** What a killed run has left is swept up by the next; what a living one has is left alone. */
    @Test
    void theSweepAfterAKill() throws IOException {
        controllers(tree, "cpu");
        Path dead = Files.createDirectories(tree.resolve(ControlGroups.PREFIX + "999999999-0"));
        Path living = Files.createDirectories(
                tree.resolve(ControlGroups.PREFIX + ProcessHandle.current().pid() + "-7"));
        Path other = Files.createDirectories(tree.resolve("somebody-else"));
        ControlGroups.find(mounts, self).groups().orElseThrow().close();
        assertFalse(Files.exists(dead));
        assertTrue(Files.exists(living) && Files.exists(other));
    }

    @Test
    void whatIsNeededIsSaidWhereNothingCanBeWritten() throws IOException {
        controllers(tree, "");
        ControlGroups.Found found = ControlGroups.find(mounts, self);
        assertTrue(found.groups().isEmpty());
        assertTrue(found.reason().contains("Delegate=yes"), found.reason());
        assertTrue(ControlGroups.find(folder.resolve("absent"), self).reason().contains("no Linux"));
    }

    /** A real group's files go with it; these do not. */
    private static void empty(Path group) throws IOException {
        try (var files = Files.list(group)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }
}
