package clock2cloud.cluster.job;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.PlatformXml;
import clock2cloud.cluster.topology.Star;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClusterRunTest {
    static RandomGenerator random() {
        return RandomGeneratorFactory.of("L64X128MixRandom").create(2017);
    }

    static Platform star(int hosts, int cores, double latencySeconds) {
        return new Star(hosts, 1e9, Optional.of(cores), 1.25e9, latencySeconds).platform();
    }

    static ClusterRun.Result run(Platform platform, Workload work, Failure... failures) {
        return new ClusterRun(platform, NetworkModel.RAW, List.of(failures), random()).run(work, true);
    }

    static Failure crash(double at, String host) {
        return new Failure(
                at, Optional.of(host), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static BagOfTasks bag(int tasks, double flops, boolean speculative) {
        return new BagOfTasks(
                tasks, Sizes.of(flops), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(speculative));
    }

    /** SimGrid 3.32, examples/cpp/app-masterworkers (LV08): the simulation ends at 5.133855; 1e-6. */
    @Test
    void masterAndWorkersEndWhenSimGridSays() {
        Platform platform = PlatformXml.read(
                Objects.requireNonNull(
                        getClass().getResourceAsStream("/clock2cloud/cluster/simgrid/small_platform.xml")),
                "small_platform.xml");
        MasterWorker work = new MasterWorker(
                "Tremblay",
                Optional.of(List.of("Tremblay", "Jupiter", "Fafard", "Ginette", "Bourassa")),
                20,
                1e6,
                Optional.empty(),
                Sizes.of(5e7),
                Optional.empty());
        ClusterRun.Result result = new ClusterRun(platform, NetworkModel.LV08, List.of(), random()).run(work, true);
        assertEquals(5.133855, result.makespanSeconds(), 1e-6);
        double[] sends = {0, .002265, .171420, .329817, .453549, .586168};
        List<Ledger.Span> transfers = result.spans().stream()
                .filter(span -> span.kind() == Ledger.Kind.TRANSFER)
                .toList();
        for (int i = 0; i < sends.length; i++) {
            assertEquals(sends[i], transfers.get(i).startSeconds(), 1e-6);
        }
    }

    /** SMPI of SimGrid 3.32 and the closed forms of Thakur et al. 2005, α = 10 us, 1.25 GB/s, 1 MiB; 1e-12. */
    @ParameterizedTest
    @CsvSource({
        "RING, 8, 0.0016080063999999999",
        "RING, 64, 0.0029115072",
        "RECURSIVE_DOUBLING, 8, 0.0025465824",
        "RECURSIVE_DOUBLING, 64, 0.0050931648",
        "RABENSEIFNER, 8, 0.0015280063999999999",
        "RABENSEIFNER, 64, 0.0017715072000000001",
        "TREE, 8, 0.0050931648",
        // tree in groups of 8 (3 α-β each way), ring of 8 leaders
        "HIERARCHICAL, 64, 0.0067011712"
    })
    void anAllReduceTakesAsLongAsItsClosedForm(AllReduceRun.Algorithm algorithm, int hosts, double expected) {
        ClusterRun.Result result = run(star(hosts, 1, 5e-6), allReduce(algorithm));
        assertEquals(expected, result.makespanSeconds(), 1e-9 * expected);
        assertEquals(1, result.doneTasks());
    }

    private static AllReduceRun allReduce(AllReduceRun.Algorithm algorithm) {
        return new AllReduceRun(
                1 << 20,
                algorithm,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    @Test
    void ranksThatAreNoPowerOfTwoAgreeToo() {
        for (AllReduceRun.Algorithm algorithm : AllReduceRun.Algorithm.values()) {
            for (int hosts : new int[] {1, 2, 3, 5, 7, 13}) {
                ClusterRun.Result result = run(star(hosts, 1, 5e-6), allReduce(algorithm));
                assertEquals(1, result.doneTasks(), algorithm + " " + hosts);
                assertTrue(hosts == 1 || result.makespanSeconds() > 0);
            }
        }
    }

    /** 10 tasks of 1 s on 4 cores: 3 rounds. */
    @Test
    void aBagFillsTheCores() {
        ClusterRun.Result result = run(star(2, 2, 0), bag(10, 1e9, false));
        assertEquals(3, result.makespanSeconds(), 1e-12);
        assertEquals(2.5, result.workBoundSeconds(), 1e-12);
        assertEquals(10, result.doneTasks());
    }

    /** n1 crashes at 0.5 s and has lost half a task, which n0 does again: 4 tasks on n0 alone take 4 s. */
    @Test
    void lostWorkIsDoneAgainElsewhere() {
        ClusterRun.Result result = run(star(2, 1, 0), bag(4, 1e9, false), crash(0.5, "n1"));
        assertEquals(4, result.makespanSeconds(), 1e-12);
        assertEquals(5e8, result.lostFlops(), 1);
        assertEquals(4, result.doneTasks());
        assertEquals(1, result.repeatedTasks());
    }

    @Test
    void whatNobodyCouldDoIsNamedWithTheReason() {
        ClusterRun.Result result = run(star(2, 1, 0), bag(4, 1e9, false), crash(0.5, "n1"), crash(1.5, "n0"));
        assertEquals(1, result.doneTasks());
        assertEquals(
                List.of(new Ledger.Undone("all hosts are down", 3, List.of("task 1", "task 2", "task 3"))),
                result.undone());
    }

    /** n1 runs at a tenth from 0: its task of 1 s needs 10 s; a copy that starts on n0 at 1 s ends at 2 s. */
    @Test
    void aCopyOvertakesASlowHost() {
        Failure slow = new Failure(
                0, Optional.empty(), Optional.of("n1"), Optional.of(0.1), Optional.empty(), Optional.empty());
        assertEquals(10, run(star(2, 1, 0), bag(2, 1e9, false), slow).makespanSeconds(), 1e-9);
        ClusterRun.Result result = run(star(2, 1, 0), bag(2, 1e9, true), slow);
        assertEquals(2, result.makespanSeconds(), 1e-9);
        assertEquals(1, result.copiedTasks());
        assertEquals(2e8, result.lostFlops(), 1);
    }

    /** A host that crashes is replaced by the others; the master waits for lost tasks before it lets workers stop. */
    @Test
    void aMasterHandsLostTasksToOthers() {
        for (MasterWorker.Schedule schedule : MasterWorker.Schedule.values()) {
            MasterWorker work = new MasterWorker(
                    "n0", Optional.empty(), 20, 1e6, Optional.of(1e5), Sizes.of(1e9), Optional.of(schedule));
            ClusterRun.Result result = run(star(4, 1, 1e-4), work, crash(2.5, "n2"));
            assertEquals(20, result.doneTasks());
            assertTrue(result.repeatedTasks() >= 1);
            assertTrue(result.makespanSeconds() >= 20.0 / 3);
            assertEquals(
                    "the master n0 crashed",
                    run(star(4, 1, 1e-4), work, crash(2.5, "n0"))
                            .undone()
                            .get(0)
                            .reason());
        }
    }

    /** A cut link holds the master up until it is mended. */
    @Test
    void aCutLinkIsWaitedFor() {
        Failure cut = new Failure(
                0.5, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of("n0-cable"), Optional.of(5.0));
        MasterWorker work =
                new MasterWorker("n0", Optional.empty(), 3, 1.25e9, Optional.empty(), Sizes.of(1e9), Optional.empty());
        ClusterRun.Result result = run(star(2, 1, 0), work, cut);
        // half of the first message is lost; from 5 s on three messages of 1 s and tasks of 1 s: 5 + 3 · 2
        assertEquals(6.25e8, result.lostBytes(), 1);
        assertEquals(11, result.makespanSeconds(), 1e-9);
        assertEquals(3, result.doneTasks());
    }

    /** 2 maps of 1 GB at 1 flop/B on 2 hosts: 1 s; each reduce fetches 0.5 GB at 1.25 GB/s: 0.4 s; reduce 1 GB: 1 s. */
    @Test
    void mapReduceMapsShufflesAndReduces() {
        MapReduce work = new MapReduce(2e9, 2, 2, 1, 1, Optional.empty(), Optional.empty(), Optional.empty());
        ClusterRun.Result result = run(star(2, 1, 0), work);
        assertEquals(2.4, result.makespanSeconds(), 1e-9);
        assertEquals(1e9, result.deliveredBytes(), 1e-3);
        assertEquals(4, result.doneTasks());
    }

    /** When n1 dies during the shuffle, its map must be done again where it can be. */
    @Test
    void aMapWhoseOutputIsGoneIsDoneAgain() {
        MapReduce work = new MapReduce(2e9, 2, 2, 1, 1, Optional.empty(), Optional.empty(), Optional.empty());
        Failure down = new Failure(
                1.2, Optional.of("n1"), Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(3.0));
        ClusterRun.Result result = run(star(2, 1, 0), work, down);
        assertEquals(4, result.doneTasks());
        assertTrue(result.repeatedTasks() >= 2);
        assertEquals(List.of(), result.undone());
    }

    /** 2 workers, 1 server: compute 1 s, both push 1.25 GB into one cable (2 s), both pull from it (2 s); twice. */
    @Test
    void aParameterServerIsTheBottleneck() {
        ParameterServer work = new ParameterServer(1.25e9, 1e9, 2, List.of("n0"), Optional.empty(), Optional.empty());
        assertEquals(10, run(star(3, 1, 0), work).makespanSeconds(), 1e-9);
    }

    @Test
    void theSameSeedGivesTheSameAnswer() {
        RandomCrashes crashes = new RandomCrashes(20, 3, 100);
        ClusterRun.Result[] results = new ClusterRun.Result[2];
        for (int i = 0; i < 2; i++) {
            results[i] = new ClusterRun(star(8, 2, 1e-4), NetworkModel.RAW, List.of(), random())
                    .with(crashes)
                    .run(
                            new BagOfTasks(
                                    200,
                                    new Sizes(Optional.empty(), Optional.of(List.of(1e8, 5e9)), Optional.empty()),
                                    Optional.of(1e6),
                                    Optional.empty(),
                                    Optional.empty(),
                                    Optional.of(true)),
                            true);
        }
        assertEquals(results[0], results[1]);
        assertEquals(
                200,
                results[0].doneTasks()
                        + results[0].undone().stream()
                                .mapToLong(Ledger.Undone::tasks)
                                .sum());
        assertTrue(results[0].lostFlops() > 0);
    }

    @Test
    void badWorkIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> bag(-1, 1, false));
        assertThrows(IllegalArgumentException.class, () -> Sizes.of(-1));
        assertThrows(IllegalArgumentException.class, () -> Sizes.of(Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> crash(-1, "n0"));
        assertThrows(IllegalArgumentException.class, () -> run(star(2, 1, 0), bag(1, 1, false), crash(1, "x")));
        BagOfTasks nowhere = new BagOfTasks(
                1, Sizes.of(1), Optional.empty(), Optional.of(List.of()), Optional.empty(), Optional.empty());
        assertThrows(IllegalArgumentException.class, () -> run(star(2, 1, 0), nowhere));
    }
}
