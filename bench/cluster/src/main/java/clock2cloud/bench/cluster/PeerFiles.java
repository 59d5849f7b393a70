package clock2cloud.bench.cluster;

import clock2cloud.cluster.network.FlowSchedule;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.topology.Star;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the scenarios as a SimGrid platform and CSV files of flows, so that the peer runs the very same. */
public final class PeerFiles {
    private PeerFiles() {}

    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        Files.writeString(
                folder.resolve("star1000.xml"),
                "<?xml version='1.0'?>\n<!DOCTYPE platform SYSTEM \"https://simgrid.org/simgrid.dtd\">\n"
                        + "<platform version=\"4.1\"><zone id=\"world\" routing=\"Full\"><cluster id=\"star\" prefix=\"n\""
                        + " suffix=\"\" radical=\"0-999\" speed=\"1Gf\" bw=\"125MBps\" lat=\"0s\"/></zone></platform>\n");
        for (int flows : new int[] {10, 100, 1000, 10_000}) {
            write(folder.resolve("flows" + flows + ".csv"), flows, 0);
        }
        write(folder.resolve("flows100kover600.csv"), 100_000, 600);
        for (int workers : new int[] {1000, 100_000}) {
            Files.write(folder.resolve("master" + workers + ".xml"), masterStar(workers));
        }
        for (int tasks : new int[] {1000, 10_000, 100_000, 200_000, 1_000_000}) {
            Files.writeString(
                    folder.resolve("tasks" + tasks + ".json"),
                    "{\"masterWorker\": {\"master\": \"m\", \"tasks\": " + tasks
                            + ", \"inputBytes\": 1e5, \"flops\": {\"between\": [1e8, 2e8]}}}\n");
        }
    }

    /** The star of {@link Scenarios#masterStar}. */
    private static List<String> masterStar(int workers) {
        List<String> hosts = new ArrayList<>();
        List<String> links = new ArrayList<>();
        List<String> routes = new ArrayList<>();
        for (int i = 0; i <= workers; i++) {
            String host = i == 0 ? "m" : "w" + (i - 1);
            hosts.add("<host id=\"" + host + "\" speed=\"1Gf\"/>");
            links.add("<link id=\"l" + i + "\" bandwidth=\"" + (i == 0 ? "1.25GBps" : "125MBps") + "\" latency=\"50us\"/>");
            routes.add("<route src=\"" + host + "\"><link_ctn id=\"l" + i + "\"/></route>");
        }
        List<String> lines = new ArrayList<>(
                List.of("<platform version=\"4.1\"><config id=\"c\"><prop id=\"network/model\" value=\"LV08\"/></config>"
                        + "<zone id=\"star\" routing=\"Star\">"));
        lines.addAll(hosts);
        lines.addAll(links);
        lines.addAll(routes);
        lines.add("</zone></platform>");
        return lines;
    }

    private static void write(Path file, int flows, double overSeconds) throws IOException {
        Platform platform = new Star(1000, 1e9, Optional.empty(), 1.25e8, 0).platform();
        List<String> lines = new ArrayList<>(List.of("start_s,source,destination,bytes"));
        for (FlowSchedule.Request flow : Scenarios.requests(platform, flows, overSeconds, 1e8)) {
            lines.add(flow.startSeconds() + "," + flow.source().name() + "," + flow.destination().name() + ","
                    + flow.bytes());
        }
        Files.write(file, lines);
    }
}
