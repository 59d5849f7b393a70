package clock2cloud.app.cluster;

import clock2cloud.app.table.Json;
import clock2cloud.cluster.network.NetworkModel;
import clock2cloud.cluster.network.Platform;
import clock2cloud.cluster.network.PlatformXml;
import clock2cloud.cluster.topology.Dumbbell;
import clock2cloud.cluster.topology.FatTree;
import clock2cloud.cluster.topology.Graph;
import clock2cloud.cluster.topology.Star;
import clock2cloud.cluster.topology.Torus;
import clock2cloud.cluster.topology.Tree;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A platform as JSON: one shape, and perhaps settings of the network model. */
record PlatformFile(
        Optional<Map<String, String>> network,
        Optional<Star> star,
        Optional<Dumbbell> dumbbell,
        Optional<Tree> tree,
        Optional<FatTree> fatTree,
        Optional<Torus> torus,
        Optional<Graph> graph) {
    /** A platform file: SimGrid XML, or JSON. */
    static Platform read(Path file) {
        if (file.toString().endsWith(".json")) {
            return Json.readWhole(file, PlatformFile.class).platform(file);
        }
        if (Files.isDirectory(file)) {
            throw new IllegalArgumentException(file + ": is a folder; name a platform file (.xml or .json)");
        }
        try (InputStream input = Files.newInputStream(file)) {
            return PlatformXml.read(input, file.toString());
        } catch (NoSuchFileException e) {
            throw new IllegalArgumentException(file + ": no such file; name a platform file (.xml or .json)", e);
        } catch (IOException e) {
            throw new IllegalArgumentException(file + ": cannot be read; name a platform file (.xml or .json)", e);
        }
    }

    private Platform platform(Path file) {
        List<Platform> platforms;
        try {
            platforms = Stream.<Optional<Platform>>of(
                            star.map(Star::platform),
                            dumbbell.map(Dumbbell::platform),
                            tree.map(Tree::platform),
                            fatTree.map(FatTree::platform),
                            torus.map(Torus::platform),
                            graph.map(Graph::platform))
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": " + e.getMessage(), e);
        }
        if (platforms.size() != 1) {
            throw new IllegalArgumentException(file + ": has " + platforms.size()
                    + " shapes; right would be one of star, dumbbell, tree, fatTree, torus, graph");
        }
        Map<String, String> settings = network.orElse(Map.of());
        try {
            NetworkModel unused = NetworkModel.RAW.with(settings);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": network: " + e.getMessage(), e);
        }
        return platforms.get(0).withSettings(settings);
    }
}
