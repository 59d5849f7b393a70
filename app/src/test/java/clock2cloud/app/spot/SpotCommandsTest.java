package clock2cloud.app.spot;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.FigureRecipe;
import clock2cloud.app.Main;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpotCommandsTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    /** At least 20 kills, some of them in a checkpoint; the weights come out bit for bit, and the deaths as forecast. */
    @Test
    void rehearsal() throws IOException {
        JsonNode result = json("spot rehearse --work 5h --mean-life 9min --restart 30s --checkpoint 4min --epochs 60"
                + " --every 2 --layers 784,256,10 --rows 60 --seed 5 --format json --quiet");
        assertTrue(result.get("bitIdentical").asBoolean(), out);
        assertTrue(result.get("kills").asInt() >= 20, out);
        assertTrue(result.get("killsDuringCheckpoints").asInt() >= 3, out);
        assertTrue(result.get("halfWrittenCheckpoints").asInt() >= 1, out);
        assertTrue(result.get("costDollars").asDouble() > 0);
        if (result.get("halfWrittenCheckpoints").equals(result.get("killsDuringCheckpoints"))) {
            asForecast(result); // else a write was over before its process was dead, and was not lost
        }
    }

    private static void asForecast(JsonNode result) {
        assertEquals(result.get("forecastKills").asInt(), result.get("kills").asInt());
        assertEquals(
                result.get("forecastLostEpochs").asDouble(),
                result.get("measuredLostEpochs").asDouble(),
                1e-6);
        assertEquals(
                result.get("forecastMakespanHours").asDouble(),
                result.get("measuredMakespanHours").asDouble(),
                1e-9);
    }

    /** In the example the price rises above $0.20 for 35 minutes 35.4 hours on: begun at 33 h the machine is lost once. */
    @Test
    void rehearsalAtABid() throws IOException {
        String history = "spot rehearse --bid 0.2 --history "
                + Path.of(System.getProperty("clock2cloud.root", ".."), "docs/examples/spot-prices.json")
                + " --epochs 4 --every 1 --rows 20 --layers 784,10 --quiet ";
        JsonNode result = json(history + "--start 33h --format json");
        assertTrue(result.get("bitIdentical").asBoolean(), out);
        assertEquals(1, result.get("kills").asInt(), out);
        assertTrue(result.get("expectedMakespanHours") == null, out);
        asForecast(result);
        assertEquals(2, run(history + "--date 2018-01-01"));
        assertTrue(err.contains("there are no bids"), err);
        assertEquals(2, run(history + "--start 99h"));
        assertTrue(err.contains("--start is after the prices"), err);
        assertEquals(2, run(history + "--work 50h"));
        assertTrue(err.contains("the prices end before the job does"), err);
        assertEquals(2, run("spot rehearse --bid 0.1 --model levels --days 2"));
        assertTrue(err.contains("never gets a machine"), err);
        assertEquals(2, run("spot rehearse --start 3h"));
        assertEquals(2, run("spot rehearse --layers 784,0,10"));
        assertEquals(0, err.lines().filter(line -> line.startsWith("\tat")).count(), err);
    }

    @Test
    void policyPrintsOneRowAWindow() throws IOException {
        StringBuilder trace = new StringBuilder("tick,unavailable\n");
        for (int tick = 0; tick < 100; tick++) {
            trace.append(tick).append(',').append(tick % 7 == 3 ? 1 : 0).append('\n');
        }
        Path file = Files.writeString(folder.resolve("t.csv"), trace);
        Path windows =
                Files.writeString(folder.resolve("w.csv"), "file_index,start_tick,length_ticks\n4,0,40\n9,20,40\n");
        for (String policy : List.of("greedy", "uniform-progress", "spot-else-on-demand", "on-demand", "optimal")) {
            assertEquals(
                    0,
                    run("spot policy --trace " + file + " --windows " + windows + " --policy " + policy
                            + " --work-hours 4 --deadline-hours 6 --overhead-hours 0.02 --tick-seconds 600 --on-demand 3.06"
                            + " --spot 0.9731 --format csv"),
                    err);
            List<String> lines = out.lines().toList();
            assertEquals("window,cost_dollars,finish_hours,late", lines.get(0));
            assertEquals(3, lines.size());
            assertTrue(lines.get(1).startsWith("4,") && lines.get(2).startsWith("9,"), out);
        }
        assertEquals(
                2,
                run("spot policy --trace " + file + " --windows " + windows
                        + " --policy greedy --work-hours 4 --deadline-hours 4"));
        assertTrue(err.contains("no policy can meet a deadline"), err);
        assertEquals(1, err.lines().count(), err);
    }

    @Test
    void jobAgreesWithDaly() throws IOException {
        JsonNode result = json("spot job --work 5h --mean-life 5h --restart 5min --checkpoint 2min --save fixed"
                + " --interval 30min --runs 20000 --format json");
        assertEquals(341.110 * 60, result.get("closedFormMakespanSeconds").asDouble(), 0.1);
        JsonNode makespan = result.get("makespanSeconds");
        assertEquals(
                341.110 * 60,
                makespan.get("mean").asDouble(),
                4 * makespan.get("standardError").asDouble());
    }

    @Test
    void billsToTheCent() throws IOException {
        JsonNode killed = json("spot bill --ran 140min --price 0.17 --ended price --date 2017-07-20 --format json");
        assertEquals("0.34", killed.get("invoiceDollars").asText());
        JsonNode today = json("spot bill --ran 59min --price 0.17 --ended capacity --date 2026-07-01 --format json");
        assertEquals(0, today.get("costDollars").asDouble());
        assertEquals(0, run("spot bill --date 2026-07-20"));
        assertTrue(out.replaceAll("\\s+", " ").contains("says nothing of reserving a p2.xlarge"), err);
    }

    @Test
    void everyOtherCommandAnswers() throws IOException {
        for (String command : List.of(
                "spot job --law bathtub --save planned --runs 500",
                "spot job --law weibull --save notice --runs 500",
                "spot market --model auction --days 2",
                "spot market --model zones --days 2 --format csv",
                "spot market --model provider --days 2",
                "spot market --model band --days 2",
                "spot market --model levels --days 2",
                "spot bid --days 30",
                "spot backtest --days 60 --starts 200")) {
            assertEquals(0, run(command), command + ": " + err);
        }
        assertEquals(2, run("spot backtest --bid 9.5"));
        assertTrue(err.contains("over the cap"), err);
        assertEquals(2, run("spot bid --date 2018-01-01"));
        assertEquals(2, run("spot market --history " + folder.resolve("absent.json")));
    }

    @Test
    void figuresAreMade() {
        for (FigureRecipe recipe : SpotFigures.all()) {
            assertTrue(recipe.make().apply(7).title().length() > 10, recipe.name());
        }
    }

    @Test
    void checksHold() {
        SpotChecks.lines().forEach(line -> assertTrue(line.holds(), line.toString()));
    }

    private JsonNode json(String command) throws IOException {
        assertEquals(0, run(command), err);
        return new ObjectMapper().readTree(out);
    }

    private int run(String command) {
        StringWriter toOut = new StringWriter();
        StringWriter toErr = new StringWriter();
        int code = Main.execute(
                new PrintWriter(toOut),
                new PrintWriter(toErr),
                new ArrayList<>(List.of(command.split(" "))).toArray(new String[0]));
        out = toOut.toString();
        err = toErr.toString();
        return code;
    }
}
