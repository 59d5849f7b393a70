package clock2cloud.app.cluster;

import clock2cloud.cluster.network.Fairness;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** The platform, and how flows behave on it. */
final class NetworkOptions {
    @Option(
            names = "--platform",
            required = true,
            paramLabel = "FILE",
            description = "SimGrid platform XML, or JSON (docs/cluster-files.md).")
    private Path platformFile;

    @Option(
            names = "--cfg",
            paramLabel = "KEY:VALUE",
            description = "A setting of the network model by SimGrid's name, for example network/model:LV08."
                    + " Default: the exact fluid network.")
    private List<String> settings = List.of();

    @Option(
            names = "--fairness",
            defaultValue = "latency",
            description = "Weights of flows on a shared link: latency (1 / route latency, as SimGrid) or equal"
                    + " (default: ${DEFAULT-VALUE}).")
    private Fairness fairness;

    Platform platform() {
        return PlatformFile.read(platformFile);
    }

    Path file() {
        return platformFile;
    }

    NetworkModel model(Platform platform) {
        Map<String, String> all = new LinkedHashMap<>(platform.settings());
        for (String setting : settings) {
            int colon = setting.indexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException(
                        "--cfg " + setting + " is not KEY:VALUE; right would be network/model:LV08");
            }
            all.put(setting.substring(0, colon), setting.substring(colon + 1));
        }
        return NetworkModel.RAW.with(all).withFairness(fairness);
    }
}
