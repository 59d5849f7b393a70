package clock2cloud.app.story.host;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CoreDistancesTest {
    private static List<Double> readings(int near, int far, int late) {
        List<Double> readings = new ArrayList<>();
        for (int i = 0; i < near; i++) {
            readings.add(1.0e-7 + i * 1e-10);
        }
        for (int i = 0; i < far; i++) {
            readings.add(4.6e-7 + i * 1e-10);
        }
        readings.addAll(Collections.nCopies(late, 2e-5));
        Collections.shuffle(readings, new java.util.Random(1));
        return readings;
    }

    @Test
    void nearAndFarAreToldApartThoughAWorkerWasLateNowAndThen() {
        CoreDistances distances = CoreDistances.of(readings(20, 60, 4));
        assertEquals(2, distances.places().size());
        assertEquals(1.01e-7, distances.places().get(0).barrierSeconds(), 1e-12);
        assertEquals(4.62e-7, distances.places().get(1).barrierSeconds(), 5e-9);
        assertEquals(20 / 84.0, distances.places().get(0).share(), 1e-12);
    }

    @Test
    void whereTheCoresNeverMoveThereIsOnePlace() {
        assertEquals(1, CoreDistances.of(readings(0, 80, 1)).places().size());
        assertEquals(
                List.of(new CoreDistances.Place(0, 1)),
                CoreDistances.of(List.of(0.0, 0.0)).places()); // one worker
    }

    @Test
    void aLookCountsAsMuchAsTheCalibration() {
        CoreDistances seen = CoreDistances.of(readings(20, 60, 0)).seen(1.1e-7);
        assertEquals((0.25 + 1) / 2, seen.places().get(0).share(), 1e-12);
        assertEquals(0.375, seen.places().get(1).share(), 1e-12);
        CoreDistances elsewhere = CoreDistances.of(readings(0, 80, 0)).seen(1.1e-7);
        assertEquals(1.1e-7, elsewhere.places().get(0).barrierSeconds()); // the nearer first
        assertEquals(
                List.of(0.5, 0.5),
                elsewhere.places().stream().map(CoreDistances.Place::share).toList());
    }
}
