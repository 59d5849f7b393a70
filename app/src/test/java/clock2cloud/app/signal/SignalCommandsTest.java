package clock2cloud.app.signal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.Main;
import clock2cloud.app.TrustLine;
import clock2cloud.app.chart.Figure;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SignalCommandsTest {
    @TempDir
    Path folder;

    private String out = "";
    private String err = "";

    private int run(String line) {
        StringWriter stdout = new StringWriter();
        StringWriter stderr = new StringWriter();
        int code = Main.execute(new PrintWriter(stdout), new PrintWriter(stderr), ("signal " + line).split(" "));
        out = stdout.toString();
        err = stderr.toString();
        return code;
    }

    private JsonNode json(String line) throws IOException {
        assertEquals(0, run(line + " --format json"), err);
        return new ObjectMapper().readTree(out);
    }

    private String received(String options) throws IOException {
        return json("message --bits 10101010 --clock 2.53GHz " + options)
                .get("received")
                .asText();
    }

    @Test
    void theSentenceAndItsTwoReadings() throws IOException {
        assertEquals("00101010", received("--first-bit 2V --threshold 2.5V"));
        assertEquals("00000000", received("--first-bit 2V --threshold 3.5V"));
        assertEquals("10101010", received("--first-bit 2V --threshold 2V"));
        assertEquals("00000010", received("--first-bit 2V --threshold 2.5V --sample middle"));
        assertEquals("10101010", received("--tau 77ps --threshold 3.5V"));
        assertEquals(773.760944e-12, json("message").get("timeConstantSeconds").asDouble(), 1e-18);
    }

    /** Noise closes the counted eye further than the worst case, which knows none; its row says so. */
    @Test
    void theWorstCaseOfTheEyeIsSaidToKnowNoNoise() throws IOException {
        String eye = "eye --tau 200ps --clock 2.53GHz --noise 200mV --jitter 5ps --bits 10000";
        assertEquals(0, run(eye), err);
        assertTrue(out.contains("worst case without noise, V"), out);
        JsonNode loud = json(eye);
        JsonNode still = json("eye --tau 200ps --clock 2.53GHz --bits 10000");
        assertEquals(still.get("worstCaseOpeningVolts"), loud.get("worstCaseOpeningVolts"));
        assertTrue(
                loud.get("openingVolts").asDouble()
                        < loud.get("worstCaseOpeningVolts").asDouble(),
                out);
        assertTrue(
                still.get("openingVolts").asDouble()
                        >= still.get("worstCaseOpeningVolts").asDouble() - 1e-9,
                out);
    }

    @Test
    void aWireByEveryModel() throws IOException {
        JsonNode wire = json("wire --resistance 1ohm --capacitance 1F --driver 1ohm --load 1F");
        assertEquals(2.5126471, wire.get("exactSeconds").asDouble(), 1e-6);
        assertEquals("Sakurai", wire.get("models").get(3).get("model").asText());
        assertEquals(-0.0223, wire.get("models").get(3).get("errorFraction").asDouble(), 1e-4);
    }

    @Test
    void simulationAndClosedFormOfTheEyeAgree() throws IOException {
        JsonNode eye = json("eye --tau 300ps --noise 0.6V --jitter 20ps --bits 100000");
        assertTrue(Math.abs(eye.get("standardErrors").asDouble()) < 4, out);
        assertTrue(eye.get("bathtub").size() > 50);
    }

    @Test
    void theHighestClockIsOneOverTauLnTwo() throws IOException {
        JsonNode clock = json("clock --tau 1ns");
        assertEquals(1e9 / Math.log(2), clock.get("clockHertz").asDouble(), 10);
        assertEquals("interference", clock.get("limiter").asText());
    }

    @Test
    void aFileOfGatesHasACriticalPath() throws IOException {
        Path file = Files.writeString(folder.resolve("gates.json"), """
                {"flipFlop": {"clockToOutputSeconds": 50e-12, "setupSeconds": 40e-12, "holdSeconds": 20e-12},
                 "gates": [{"name": "g1", "inputs": ["a"], "delaySeconds": 30e-12},
                           {"name": "g2", "inputs": ["g1"], "delaySeconds": 50e-12, "wireSeconds": 30e-12}]}
                """);
        JsonNode path = json("path " + file);
        assertEquals(5e9, path.get("highestClockHertz").asDouble(), 1);
        assertEquals("g2", path.get("criticalPath").get(2).asText());
        Files.writeString(file, "{\"flipFlop\": 3}");
        assertEquals(2, run("path " + file));
        assertTrue(err.contains("gates.json:1:"), err);
    }

    @Test
    void aTreeHasBoundsAroundTheExactDelay() throws IOException {
        Path file = Files.writeString(folder.resolve("tree.json"), """
                {"nodes": [{"name": "a", "ohms": 100, "farads": 10e-15},
                           {"name": "c", "parent": "a", "ohms": 300, "farads": 30e-15}]}
                """);
        JsonNode node = json("tree " + file).get("nodes").get(1);
        assertTrue(
                node.get("leastSeconds").asDouble() <= node.get("exactSeconds").asDouble(), out);
        assertTrue(
                node.get("mostSeconds").asDouble() >= node.get("exactSeconds").asDouble(), out);
    }

    @Test
    void coreTwoDuoIsAmongTheProcessors() throws IOException {
        JsonNode lines = json("technology").get("processors");
        boolean found = false;
        for (JsonNode line : lines) {
            found |= line.get("name").asText().equals("Core 2 Duo P8700")
                    && line.get("clockHertz").asDouble() == 2.533e9
                    && Math.abs(line.get("errorFraction").asDouble()) < 0.4;
        }
        assertTrue(found && lines.size() >= 30, out);
    }

    @Test
    void theWallHandsOnAClock() throws IOException {
        JsonNode power = json("power");
        assertEquals(2.533e9, power.get("clockHertz").asDouble(), 1);
        assertEquals(
                power.get("watts").asDouble(),
                power.get("joulesPerOperation").asDouble()
                        * power.get("peakOperationsPerSecond").asDouble(),
                1e-9);
        assertEquals(2003, json("wall").get("wallYear").asDouble(), 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "repeaters",
                "reflect --load open",
                "crosstalk",
                "reach",
                "pipeline",
                "synchroniser",
                "path --explain",
                "wall --format csv",
                "technology --quiet"
            })
    void theOthersAnswer(String line) {
        assertEquals(0, run(line), err);
        assertTrue(!out.isBlank() && !out.contains("NaN"), out);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "message --bits 10x",
                "message --clock -5GHz",
                "message --clock 0GHz",
                "message --first-bit 5V",
                "message --first-bit 2V --tau 1ns",
                "message --sample never",
                "message --sample NaN",
                "wire",
                "wire --tau 1ps --resistance 1ohm",
                "wire --resistance 0ohm --capacitance 1pF",
                "wire --tau 1ns --fraction 200%",
                "eye --tau 1ns --bits 0",
                "clock --tau 1ns --threshold 7V",
                "clock --tau 1ns --error-rate 0.7",
                "clock --tau 1ps --noise 100V",
                "path nowhere.json",
                "pipeline --most 0",
                "wall --from 2000 --to 1990",
                "power --activity 200%",
                "power --cooler 0",
                "reflect --impedance 0ohm"
            })
    void badInputIsOneLineAndExitTwo(String line) {
        assertEquals(2, run(line), out + err);
        assertTrue(err.startsWith("c2c: ") && err.lines().count() <= 2, err);
        assertTrue(out.isEmpty(), out);
    }

    @Test
    void theFiguresStateTheirFindings() {
        for (var recipe : SignalFigures.all()) {
            Figure figure = recipe.make().apply(2017);
            assertEquals(recipe.name(), figure.slug());
            assertTrue(!figure.title().isBlank() && !figure.command().isBlank(), recipe.name());
        }
        Figure message = SignalFigures.all().get(0).make().apply(1);
        assertEquals("Sent 10101010, read 00000000 at a threshold of 3.50 V", message.title());
    }

    @Test
    void theLedgerHolds() {
        for (TrustLine line : SignalChecks.lines()) {
            assertTrue(line.holds(), line.toString());
        }
    }
}
