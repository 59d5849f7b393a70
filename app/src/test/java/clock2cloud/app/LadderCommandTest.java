package clock2cloud.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.app.story.Climb;
import clock2cloud.app.story.Ladder;
import clock2cloud.app.story.Rung;
import clock2cloud.app.table.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main job, in its quick form, on the real data. */
class LadderCommandTest {
    @TempDir
    Path folder;

    @Test
    void forecastsFirstThenTrainsThenCompares() {
        Run run = Run.of("ladder", "--quick", "--epochs", "2", "--format", "json", "--out", folder.toString());
        assertEquals(0, run.code(), run.err());
        Climb.Result result = Json.read(run.out(), "stdout", Climb.Result.class);
        assertEquals(Ladder.RUNGS, result.rungs().stream().map(Rung::name).toList());
        for (Rung rung : result.rungs()) {
            assertTrue(rung.lowSecondsPerEpoch() <= rung.forecastSecondsPerEpoch(), rung.toString());
            assertTrue(rung.forecastSecondsPerEpoch() <= rung.highSecondsPerEpoch(), rung.toString());
            boolean here = List.of("one-core", "all-cores").contains(rung.name());
            assertEquals(here, rung.measuredSecondsPerEpoch().isPresent());
            assertEquals(here, rung.trust() == Rung.Trust.measured);
            assertEquals(rung.name().startsWith("p"), rung.costDollars().isPresent());
        }
        assertTrue(result.testAccuracyFraction().orElseThrow() > 0.9);
        assertTrue(run.err().indexOf("forecast first") < run.err().indexOf("then train"));
        assertTrue(Files.exists(folder.resolve("ladder.svg")));
        assertFalse(run.out().contains("NaN"));
    }

    @Test
    void aRungsKeysAreThoseOfTheContract() {
        Run run = Run.of("ladder", "--quick", "--rungs", "laptop-2009,p2.xlarge", "--format", "json", "--quiet");
        for (String key : List.of(
                "name",
                "clockHertz",
                "forecastSecondsPerEpoch",
                "lowSecondsPerEpoch",
                "highSecondsPerEpoch",
                "trust",
                "limiter",
                "costDollars")) {
            assertTrue(run.out().contains("\"" + key + "\""), key + " in " + run.out());
        }
        assertFalse(run.out().contains("measuredSecondsPerEpoch"));
        assertTrue(run.out().contains("\"published\""));
    }

    /** 20 July 2017: 10 epochs at 10.9 s are one started hour, $0.90 on demand and $0.17 on the spot market. */
    @Test
    void theBillIsThatOfTheDay() {
        Run run = Run.of(
                "ladder", "--quick", "--rungs", "p2.xlarge,p2.xlarge-spot", "--epochs", "10", "--format", "json");
        Climb.Result result = Json.read(run.out(), "stdout", Climb.Result.class);
        assertEquals(0.90, result.rungs().get(0).costDollars().orElseThrow(), 1e-9);
        assertEquals(0.17, result.rungs().get(1).costDollars().orElseThrow(), 1e-9);
    }
}
