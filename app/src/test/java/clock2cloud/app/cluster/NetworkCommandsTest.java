package clock2cloud.app.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Main;
import clock2cloud.app.TrustLine;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkCommandsTest {
    private static final Path EXAMPLES = Path.of("..", "docs", "examples");

    @TempDir
    Path folder;

    private record Output(int code, String out, String err) {}

    private static Output c2c(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = Main.execute(new PrintWriter(out), new PrintWriter(err), args);
        return new Output(code, out.toString(), err.toString());
    }

    private static String example(String name) {
        return EXAMPLES.resolve(name).toString();
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text).toString();
    }

    @Test
    void flowsPrintWhenTheyArrive() throws IOException {
        String platform = file(
                "p.xml",
                "<platform version='4.1'><cluster id='c' prefix='n' radical='0-3' suffix='' speed='1Gf' bw='100MBps'"
                        + " lat='0'/></platform>");
        String flows = file("f.csv", "start_s,source,destination,bytes\n0,n0,n1,1e8\n0,n0,n2,2e8\n2,n3,n2,1e8\n");
        Output run = c2c("cluster", "flows", "--platform", platform, "--flows", flows, "--format", "csv", "--quiet");
        // 50 MB/s each until 2 s; then the second has 100 MB left and shares n2's way down with the third until 4 s
        assertEquals(
                "start_s,source,destination,bytes,finish_s\n0,n0,n1,100000000,2\n0,n0,n2,200000000,4\n2,n3,n2,100000000,4\n",
                run.out);
        assertEquals(0, run.code);
    }

    /** Three readers have 184 MB/s of the SSD together: 3e8 B take 1.63 s; two have 66.6 - 1.7 MB/s of the disk: 2e8 B, 3.08 s. */
    @Test
    void disksSlowDownUnderManyReaders() throws IOException {
        String flows = file(
                "f.csv",
                "start_s,source,destination,bytes\n" + "0,ssd,machine,1e8\n".repeat(3)
                        + "0,disk,machine,1e8\n".repeat(2));
        Output run = c2c(
                "cluster",
                "flows",
                "--platform",
                example("cluster-disks.json"),
                "--flows",
                flows,
                "--format",
                "csv",
                "--quiet");
        List<String> rows = run.out.lines().toList();
        assertEquals(3e8 / 184e6, Double.parseDouble(rows.get(1).split(",")[4]), 1e-12);
        assertEquals(2e8 / 64.9e6, Double.parseDouble(rows.get(5).split(",")[4]), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "master-worker.json",
                "map-reduce.json",
                "bag-of-tasks.json",
                "task-graph.json",
                "all-reduce.json",
                "parameter-server.json",
                "workflow.json",
                "workflow.dax"
            })
    void everyExampleRuns(String workload) {
        Output run = c2c(
                "cluster",
                "run",
                "--platform",
                example("cluster-star.xml"),
                "--workload",
                example(workload),
                "--format",
                "json");
        assertEquals(0, run.code, run.err);
        assertTrue(run.out.contains("\"makespanSeconds\" : "), run.out);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cluster-zones.xml", "cluster-tree.json", "cluster-graph.json", "cluster-star.xml"})
    void everyExamplePlatformCarriesABag(String platform) throws IOException {
        String bag = file("bag.json", "{\"bagOfTasks\":{\"tasks\":20,\"flops\":{\"each\":1e9},\"inputBytes\":1e6}}");
        Output run = c2c("cluster", "run", "--platform", example(platform), "--workload", bag, "--format", "csv");
        assertEquals(0, run.code, run.err);
        assertTrue(run.out.startsWith("makespanSeconds,tasks,doneTasks"), run.out);
    }

    /** Files that are no such files at all: one line that names the file and says what would be right. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "platform | empty.json | '' | empty.json:1:1: empty; right would be an object {…}",
                "platform | blank.json | ' ' | blank.json:1:1: empty; right would be an object {…}",
                "platform | cut.json | '{\"star\": {' | the file ends too early; a } or ] is missing",
                "platform | empty.xml | '' | empty.xml:1: not well-formed XML",
                "platform | packed.xml | PACKED | packed.xml: not XML text; name an XML file, unpacked",
                "platform | packed.json | PACKED | packed.json: not UTF-8 text; name a JSON file, unpacked",
                "workload | empty.json | '' | empty.json:1:1: empty; right would be an object {…}",
                "workload | packed.json | PACKED | packed.json: not UTF-8 text",
                "workload | packed.dax | PACKED | packed.dax: not XML text",
                "flows | empty.csv | '' | empty.csv:1: empty; the first line is start_s,source,destination,bytes",
                "flows | packed.csv | PACKED | packed.csv:1: not UTF-8 text; name a CSV file, unpacked",
                "platform | '' | '' | no such file",
                "flows | '' | '' | no such file",
                "workload | '' | '' | no such file"
            })
    void aFileThatIsNoneIsOneClearLine(String what, String name, String text, String says) throws IOException {
        Path file = folder.resolve(name.isEmpty() ? "missing.json" : name);
        if (!name.isEmpty()) {
            byte[] packed = {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, (byte) 0xa5, (byte) 0x90, (byte) 0xc1, 0x0a};
            Files.write(file, "PACKED".equals(text) ? packed : text.getBytes(StandardCharsets.UTF_8));
        }
        String platform = "platform".equals(what) ? file.toString() : example("cluster-star.xml");
        Output run = "workload".equals(what)
                ? c2c("cluster", "run", "--platform", platform, "--workload", file.toString())
                : c2c(
                        "cluster",
                        "flows",
                        "--platform",
                        platform,
                        "--flows",
                        "flows".equals(what) ? file.toString() : example("flows.csv"));
        assertEquals(2, run.code, run.err);
        assertEquals(1, run.err.lines().count(), run.err);
        assertTrue(run.err.contains(says), run.err);
    }

    @Test
    void aWfCommonsWorkflowIsRead() throws IOException {
        String workflow = file(
                "w.json",
                "{\"name\":\"w\",\"schemaVersion\":\"1.5\",\"workflow\":{\"specification\":{\"tasks\":["
                        + "{\"name\":\"a\",\"id\":\"a1\",\"children\":[\"b1\"],\"outputFiles\":[\"f\"]},"
                        + "{\"name\":\"b\",\"id\":\"b1\",\"parents\":[\"a1\"],\"inputFiles\":[\"f\"]}],"
                        + "\"files\":[{\"id\":\"f\",\"sizeInBytes\":1000}]},\"execution\":{\"tasks\":["
                        + "{\"id\":\"a1\",\"runtimeInSeconds\":2},{\"id\":\"b1\",\"runtimeInSeconds\":3}]}}}");
        Output run = c2c(
                "cluster", "run", "--platform", example("cluster-star.xml"), "--workload", workflow, "--format", "csv");
        assertTrue(run.out.contains("\n5,2,2,0,0,"), run.out);
    }

    @Test
    void picturesAreDrawnAndTheSameSeedGivesTheSameAnswer() {
        List<String> outs = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            outs.add(c2c(
                            "cluster",
                            "run",
                            "--platform",
                            example("cluster-star.xml"),
                            "--workload",
                            example("bag-of-tasks.json"),
                            "--format",
                            "json",
                            "--detail",
                            "--out",
                            folder.toString())
                    .out);
        }
        assertEquals(outs.get(0), outs.get(1));
        assertTrue(Files.exists(folder.resolve("cluster-gantt.svg")));
        assertTrue(Files.exists(folder.resolve("cluster-network-load.png")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start_s,source,destination,bytes~0,n0,n1,x | f.csv:2: bytes is 'x', it must be a number",
                "start_s,source,destination,bytes~~0,n0,n99,1 | f.csv:3: no host is named 'n99'",
                "start_s,source,destination,bytes~-1,n0,n1,1 | f.csv:2: start_s is -1.0, it must be zero or more",
                "start_s,source,destination,bytes~0,n0,n1,NaN | f.csv:2: bytes is NaN, it must be zero or more",
                "start_s,source,destination,bytes~0,n0 | f.csv:2: no destination; a row has",
                "start_s,source,destination,bytes~0,\"n0,n1,1 | f.csv:2: a quote is opened and not closed",
                "start_s,source,destination,bytes~0,n0,n1,5d | f.csv:2: bytes is '5d', it must be a number",
                "start,source | f.csv:1: the columns are [start, source]; right would be",
            })
    void badFlowsAreOneLineWithItsPlace(String text, String message) throws IOException {
        String flows = file("f.csv", text.replace('~', '\n') + "\n");
        Output run = c2c("cluster", "flows", "--platform", example("cluster-star.xml"), "--flows", flows);
        assertEquals(2, run.code);
        assertTrue(run.err.contains(message), run.err);
        assertEquals(1, run.err.strip().lines().count(), run.err);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | has 0 kinds of work; right would be one of masterWorker",
                "{\"bagOfTasks\":{\"tasks\":-1,\"flops\":{\"each\":1}}} | tasks is -1, it must be zero or more",
                "{\"bagOfTasks\":{\"tasks\":1,\"flops\":{}}} | sizes need one of each, between, list",
                "{\"bagOfTasks\":{\"tsks\":1}} | w.json:1:",
                "{\"mapReduce\":{\"inputBytes\":1,\"maps\":100000,\"reduces\":100000,\"mapFlopsPerByte\":1,"
                        + "\"reduceFlopsPerByte\":1}} | at most 20000000 parts",
                "{\"bagOfTasks\":{\"tasks\":2147483647,\"flops\":{\"each\":1}}} | at most 20000000",
                "{\"bagOfTasks\":{\"tasks\":9,\"flops\":{\"each\":1}},\"randomCrashes\":{\"meanSecondsBetweenCrashes\":1e-9,"
                        + "\"repairSeconds\":1e-9,\"untilSeconds\":1e9}} | at most 1000000 are simulated",
                "{\"taskGraph\":{\"tasks\":[{\"name\":\"a\",\"flops\":1,\"parents\":[{\"task\":\"b\",\"bytes\":0}]},"
                        + "{\"name\":\"b\",\"flops\":1,\"parents\":[{\"task\":\"a\",\"bytes\":0}]}]}} | the tasks wait for"
                        + " each other in a circle: a needs b needs a",
                "{\"masterWorker\":{\"master\":\"x\",\"tasks\":1,\"inputBytes\":1,\"flops\":{\"each\":1}}} | no host is"
                        + " named 'x'",
            })
    void badWorkIsOneLine(String text, String message) throws IOException {
        String work = file("w.json", text);
        Output run = c2c("cluster", "run", "--platform", example("cluster-star.xml"), "--workload", work);
        assertEquals(2, run.code, run.out);
        assertTrue(run.err.contains(message), run.err);
        assertEquals(1, run.err.strip().lines().count(), run.err);
    }

    /** Sizes that no memory holds, whole numbers that overflow, counts that are none. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "p.xml | radical='0-999999999' | at most 2000000",
                "p.xml | radical='0-0' topology='TORUS' topo_parameters='641,6700417' | at most 2000000",
                "p.xml | radical='0-15' topology='FAT_TREE' topo_parameters='2;4,4;1,9;1,900000000' | at most 2000000",
                "p.xml | radical='0-3' topology='DRAGONFLY' topo_parameters='1,1;1,1;2000000,1;1' | at most 2000000",
                "p.json | \"star\":{\"hosts\":2147483647 | at most 2000000",
                "p.json | \"star\":{\"hosts\":1.5 | star.hosts: 1.5 is no whole number",
                "p.json | \"torus\":{\"dimensions\":[65536,65536] | at most 2000000",
                "p.json | \"tree\":{\"racks\":1000000,\"hostsPerRack\":1000000,\"uplinkBytesPerSecond\":1,"
                        + "\"uplinkLatencySeconds\":0 | at most 2000000",
            })
    void absurdSizesAreOneLine(String name, String text, String message) throws IOException {
        String whole = name.endsWith(".json")
                ? "{" + text + ",\"flopsPerSecond\":1,\"bytesPerSecond\":1,\"latencySeconds\":0}}"
                : "<platform version='4.1'><cluster id='c' prefix='n' suffix='' speed='1f' bw='1Bps' lat='0' " + text
                        + "/></platform>";
        Output run = c2c("cluster", "flows", "--platform", file(name, whole), "--flows", example("flows.csv"));
        assertEquals(2, run.code, run.err);
        assertTrue(run.err.contains(message), run.err);
        assertEquals(1, run.err.strip().lines().count(), run.err);
    }

    /** What a file's author can look up: the line, the place in it, what it is called. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "p.json | {\"graph\": {\"hosts\": [{\"name\": \"a\", \"flopsPerSecond\": 1}], \"links\": [{\"name\": \"l\", \"from\": \"a\", \"to\": \"b\", \"bytesPerSecond\": 0, \"latencySeconds\": 0}]}} | p.json:1:147: graph.links.[0]: link l: bytesPerSecond is 0.0, it must be positive and finite",
                "p.json | {\"star\": {\"hosts\": 2, \"flopsPerSecond\": 1, \"bytesPerSecond\": 1, \"latencySeconds\": -1}} | p.json:1:85: star: latencySeconds is -1.0, it must be zero or more and finite",
                "p.json | {\"star\": {\"hosts\": 2, \"flopsPerSecond\": 1, \"bytesPerSecond\": 1, \"latencySeconds\": 0}, \"network\": {\"network/modle\": \"CM02\"}} | p.json: network: unknown setting network/modle",
                "p.xml | <platform version='4.1'><cluster id='c' prefix='n' radical='0' suffix='' speed='1Gf' bw='12MBs' lat='0'/></platform> | p.xml:1: bw: unknown unit in '12MBs'; right would be 125MBps, 1Gbps or 1GiBps",
            })
    void aWrongValueIsNamedWithItsPlace(String name, String text, String message) throws IOException {
        String flows = file("f.csv", "start_s,source,destination,bytes\n");
        Output run = c2c("cluster", "flows", "--platform", file(name, text), "--flows", flows);
        assertEquals(2, run.code, run.err);
        assertTrue(run.err.contains(message), run.err);
    }

    @Test
    void afterACommaAloneThereIsNothingToDo() {
        Output run = c2c("cluster", "speedup", "--workers", ",");
        assertEquals(2, run.code);
        assertTrue(run.err.startsWith("c2c: --workers is an empty list"), run.err);
    }

    /** The window is that of the command line, though the model that is named after it has another: SimGrid's test cm02-tcpgamma. */
    @Test
    void settingsHoldInWhateverOrderTheyStand() throws IOException {
        String platform = file(
                "p.xml",
                "<platform version='4.1'><config><prop id='network/model' value='CM02'/></config><zone id='z' routing='Full'>"
                        + "<host id='a' speed='1Gf'/><host id='b' speed='1Gf'/><link id='l' bandwidth='10Gbps' latency='1ms'/>"
                        + "<route src='a' dst='b'><link_ctn id='l'/></route></zone></platform>");
        String flows = file("f.csv", "start_s,source,destination,bytes\n0,a,b,1.25e9\n");
        String[] command = {"cluster", "flows", "--platform", platform, "--flows", flows, "--format", "csv", "--quiet"};
        List<String> all = new ArrayList<>(List.of(command));
        all.addAll(List.of("--cfg", "network/crosstraffic:no", "--cfg", "network/TCP-gamma:0"));
        assertTrue(c2c(all.toArray(String[]::new)).out.endsWith(",1.001\n"));
    }

    @Test
    void aFlowsFileMayBeginWithAByteOrderMark() throws IOException {
        String flows = file("f.csv", "\uFEFFstart_s,source,destination,bytes\n0,n0,n1,1\n");
        assertEquals(0, c2c("cluster", "flows", "--platform", example("cluster-star.xml"), "--flows", flows).code);
    }

    /** Quotes, a comma in quotes, columns in another order, lines that end as on Windows, no order in time, no bytes. */
    @Test
    void aFlowsFileMayComeFromASpreadsheet() throws IOException {
        String flows = file(
                "f.csv",
                "\"bytes\", \"note\",destination,source,start_s\r\n\"1e8\",\"late, \"\"big\"\"\",n1,\"n0\",5\r\n\r\n0,,n1,n0,0\r\n");
        Output run =
                c2c("cluster", "flows", "--platform", example("cluster-star.xml"), "--flows", flows, "--format", "csv");
        List<String> rows = run.out.lines().toList();
        assertTrue(rows.get(1).startsWith("5,n0,n1,100000000,5.8"), run.out + run.err);
        assertTrue(rows.get(2).startsWith("0,n0,n1,0,"), run.out);
    }

    @Test
    void theNetworkIsAsFarOffAsClaimed() {
        for (TrustLine line : NetworkChecks.lines()) {
            assertTrue(line.holds(), line.toString());
        }
        NetworkFigures.all()
                .forEach(recipe -> assertTrue(recipe.make().apply(2017).title().length() > 10));
    }
}
