package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every key that a command answers with is told in the documents; each command by the example of its help or alike. */
class JsonDocumentsTest {
    private static final Path ROOT = Path.of(System.getProperty("clock2cloud.root", ".."));

    private static String documents = "";

    @BeforeAll
    static void read() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(ROOT.resolve("docs"))) {
            for (Path file : files.filter(file -> file.getFileName().toString().matches("(json-|cluster-files).*"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        documents = all.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "signal message",
                "signal spice docs/examples/rlc.cir",
                "signal reach",
                "signal path",
                "signal wall",
                "cluster speedup --serial 5% --coherency 0.1% --workers 1,8",
                "cluster usl --fit docs/examples/specsdm91.csv",
                "cluster cores --workers 1,2",
                "cluster hdfs --file 1GB --block 100MB --nodes 4 --capacity 100TB --kill 1 --reader 2 --balance 10%",
                "cluster flows --platform docs/examples/cluster-star.xml --flows docs/examples/flows.csv",
                "cluster run --platform docs/examples/cluster-star.xml --workload docs/examples/master-worker.json --detail",
                "vm slice --host docs/examples/host-laptop-2009.json --vm web=50%,25%,10%",
                "vm run docs/examples/vm-pool.json",
                "vm run docs/examples/vm-host.json",
                "spot job --work 5h --mean-life 5h --save daly --runs 200",
                "spot facts",
                "machines p2.xlarge",
                "predict --layers 784,128,10 --batch 32 --machine p2.xlarge --date 2017-07-20",
                "notebook list",
                "doctor"
            })
    void everyKeyIsTold(String line) throws Exception {
        String[] args = Stream.concat(Stream.of(line.split(" ")), Stream.of("--format", "json"))
                .map(arg -> arg.startsWith("docs/") ? ROOT.resolve(arg).toString() : arg)
                .toArray(String[]::new);
        Run run = Run.of(args);
        assertEquals(0, run.code(), run.err());
        Set<String> unsaid = new TreeSet<>();
        collect(new ObjectMapper().readTree(run.out()), unsaid);
        unsaid.removeIf(key -> documents.contains(key));
        assertEquals(Set.of(), unsaid, line);
    }

    private static void collect(JsonNode node, Set<String> keys) {
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (!List.of("entitlements", "snapshotChains")
                    .contains(field.getKey())) { // their keys are names of the scenario
                collect(field.getValue(), keys);
            }
            keys.add(field.getKey());
        }
        if (node.isArray()) {
            node.forEach(child -> collect(child, keys));
        }
    }
}
