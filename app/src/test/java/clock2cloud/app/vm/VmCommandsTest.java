package clock2cloud.app.vm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Main;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VmCommandsTest {
    private static final Path EXAMPLES = Path.of(System.getProperty("clock2cloud.root", ".."), "docs", "examples");

    @TempDir
    private Path folder = Path.of(".");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Main.execute(new PrintWriter(out), new PrintWriter(err), args);
    }

    private JsonNode json() throws IOException {
        return new ObjectMapper().readTree(out.toString());
    }

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("scenario.json"), text).toString();
    }

    @Test
    void aSliceIsAdmittedAndAnotherRefused() throws IOException {
        String host = EXAMPLES.resolve("host-laptop-2009.json").toString();
        assertEquals(
                0,
                run(
                        "vm",
                        "slice",
                        "--host",
                        host,
                        "--vm",
                        "50%,25%,10GiB",
                        "--vm",
                        "db=60%,50%,20%",
                        "--format",
                        "json",
                        "--overhead",
                        "none"));
        JsonNode slice = json().get("slices").get(0);
        assertEquals(2.53e9, slice.get("clockHertz").asDouble());
        assertEquals(20.24e9, slice.get("effectiveFlopsPerSecond").asDouble(), 1);
        assertEquals("db", json().get("refused").get(0).get("name").asText());
        assertEquals(0.5, json().get("freeCpuFraction").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120%,25%,10GiB | --vm 120%,25%,10GiB: '120%' is more than 100%",
                "50%,25%,-1GiB | '-1GiB' is negative",
                "50%,25% | three parts are needed, CPU,RAM,DISK",
                "0%,25%,1GiB | CPU and RAM must be above 0%"
            })
    void aBadSliceIsOneLine(String vm, String says) {
        String host = EXAMPLES.resolve("host-laptop-2009.json").toString();
        assertEquals(2, run("vm", "slice", "--host", host, "--vm", vm));
        assertTrue(err.toString().contains(says), err.toString());
        assertEquals(1, err.toString().lines().count());
    }

    @Test
    void theExampleOfAPoolRuns() throws IOException {
        assertEquals(0, run("vm", "run", EXAMPLES.resolve("vm-pool.json").toString(), "--format", "json"));
        JsonNode pool = json().get("pool");
        assertEquals(2, pool.get("refused").size());
        assertEquals(1, pool.get("restarted").asInt());
        assertEquals(8, pool.get("tasks").size() + pool.get("unfinishedTasks").size());
        assertEquals(0, pool.get("order").get("firstCrossedSeconds").asDouble());
        // red-2 lost the ten hours that it worked on the failed host, but had the cores
        assertEquals(2, pool.get("vms").get(0).get("gotCores").asDouble(), 1e-9);
    }

    @Test
    void theExampleOfAHostRuns() throws IOException {
        assertEquals(0, run("vm", "run", EXAMPLES.resolve("vm-host.json").toString(), "--format", "json"));
        assertEquals(1520, json().get("entitlements").get("b").asDouble(), 1e-9);
        assertEquals(0.5, json().get("scheduler").get(0).get("coreFraction").asDouble(), 1e-3);
        assertEquals(
                30, json().get("migrations").get(1).get("result").get("rounds").size());
        assertEquals(3, json().get("snapshotChains").get("tuesday").size());
    }

    @Test
    void tasksEndAtTheirExactTimes() throws IOException {
        String scenario = file("""
                {"hosts": [{"cores": 2, "clockHertz": 1000, "flopsPerCycle": 1, "ramBytes": 10, "diskBytes": 10}],
                 "vms": [{"name": "a", "cores": 1, "ramBytes": 1, "count": 2}],
                 "tasks": [{"vm": "a", "count": 4, "workFlops": 10000}]}
                """);
        assertEquals(0, run("vm", "run", scenario, "--format", "json"));
        assertEquals(20, json().get("pool").get("makespanSeconds").asDouble());
        assertEquals(80, json().get("pool").get("finishSumSeconds").asDouble());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{\"vms\": [{\"name\": \"a\", \"cores\": 1, \"ramBytes\": 1, \"shares\": 0}]} | VM a: shares must be above 0",
                "{\"vms\": [{\"name\": \"a\", \"cores\": 2, \"ramBytes\": 1, \"reservationCores\": 2, \"limitCores\": 1}]}"
                        + " | limitCores 1.0 is below the reservation 2.0",
                "{\"vms\": [{\"name\": \"a\", \"cores\": 1, \"ramBytes\": 1, \"diskBytes\": \"-5GB\"}]} | no hosts",
                "{\"snapshots\": {\"a\": \"b\", \"b\": \"a\"}} | snapshot loop: a -> b -> a",
                "{\"nonsense\": 1} | scenario.json:1:",
                "{\"memory\": {\"hostBytes\": \"1GB\", \"guests\": [{\"name\": \"m\", \"configuredBytes\": 1, \"reservationBytes\": 2,"
                        + " \"shares\": 1, \"activeFraction\": 1, \"shareableFraction\": 0}]}} | memory reservation"
            })
    void aBadScenarioIsOneLine(String text, String says) throws IOException {
        assertEquals(2, run("vm", "run", file(text)), err::toString);
        assertTrue(err.toString().contains(says), err.toString());
    }

    @Test
    @EnabledIfSystemProperty(named = "clock2cloud.kernel", matches = "true")
    void theKernelAgreesOrIsSkippedVisibly() throws IOException {
        int code = run("vm", "check", "--seconds", "1", "--format", "json");
        assertTrue(code == 0 || code == 3, err.toString());
        assertTrue(json().get("checks").size() > 10 || json().get("skipped") != null);
    }
}
