package clock2cloud.cluster.network;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Finish times of random flows on random platforms, from SimGrid: the files say by which command. */
class SimGridKnownAnswersTest {
    private static final int PLATFORMS = 25;
    private static final int NESTED = 8;
    private static final int FABRICS = 10;
    private static final int PLATFORMS_WITH_FACTORS = 10;

    @ParameterizedTest
    @ValueSource(strings = {"raw", "lv08"})
    void flowsArriveWhenSimGridSays(String model) throws IOException {
        for (int i = 0; i < ("raw".equals(model) ? PLATFORMS : PLATFORMS_WITH_FACTORS); i++) {
            compare(String.format("random%02d", i), model, 0);
        }
    }

    @Test
    void zonesInZonesAndClustersOfEveryKindArriveWhenSimGridSays() throws IOException {
        for (int i = 0; i < NESTED; i++) {
            compare(String.format("nested%02d", i), "raw", 1e-12);
        }
    }

    @Test
    void toriFatTreesAndDragonfliesArriveWhenSimGridSays() throws IOException {
        for (int i = 0; i < FABRICS; i++) {
            compare(String.format("fabric%02d", i), "raw", 1e-12);
        }
    }

    /** One platform for each feature, 40 flows on it, and what its {@code <config>} says. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "clusterfat",
                "clusterfatbb",
                "clusterlist",
                "clustershared",
                "clustersinzones",
                "clusterzone",
                "cross",
                "dijkstra",
                "dijkstracache",
                "dragonfly",
                "factors",
                "fatpipes",
                "fattree",
                "floyd",
                "full",
                "gamma",
                "gammacross",
                "loopback",
                "oldnames",
                "thinfattree",
                "threelevels",
                "torus",
                "torusshared",
                "twoclusters"
            })
    void everyFeatureArrivesWhenSimGridSays(String feature) throws IOException {
        compare("feature-" + feature, "full", 1e-12);
    }

    /** @param printed half of the last digit of the file, which matters for messages of a few bytes */
    private static void compare(String name, String model, double printed) throws IOException {
        Platform platform = PlatformXml.read(open(name + ".xml"), name + ".xml");
        List<String[]> rows = new String(open(name + "." + model + ".csv").readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.startsWith("start_s"))
                .map(line -> line.split(",", -1))
                .toList();
        List<FlowSchedule.Request> flows = rows.stream()
                .map(row -> new FlowSchedule.Request(
                        Double.parseDouble(row[0]),
                        platform.host(row[1]),
                        platform.host(row[2]),
                        Double.parseDouble(row[3])))
                .toList();
        NetworkModel network = "lv08".equals(model) ? NetworkModel.LV08 : NetworkModel.RAW.with(platform.settings());
        List<Double> finishes = new FlowSchedule(platform, network).run(flows).finishSeconds();
        for (int f = 0; f < rows.size(); f++) {
            double expected = Double.parseDouble(rows.get(f)[4]);
            assertEquals(expected, finishes.get(f), 1e-6 * expected + printed, name + " flow " + f);
        }
    }

    private static InputStream open(String file) {
        return Objects.requireNonNull(
                SimGridKnownAnswersTest.class.getResourceAsStream("/clock2cloud/cluster/simgrid/" + file), file);
    }
}
