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
