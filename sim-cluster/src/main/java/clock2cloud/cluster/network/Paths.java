package clock2cloud.cluster.network;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** What flows between two hosts use of which channel, found once; and the channels of the links in use. */
final class Paths {
    private final Platform platform;
    private final NetworkModel model;
    private final PathTable known = new PathTable();
    private final Channel[] channels;

    Paths(Platform platform, NetworkModel model) {
        this.platform = platform;
        this.model = model;
        this.channels = new Channel[platform.links().size()];
    }

    Path path(Host from, Host to) {
        Optional<Path> found = known.find(from, to);
        if (found.isPresent()) {
            return found.get();
        }
        List<Link> home = model.crossTraffic() ? platform.route(to, from).links() : List.of();
        Route route = platform.route(from, to);
        Path path = prepare(route.links().isEmpty() ? model.loopback() : route, home);
        known.put(from, to, path);
        return path;
    }

    /** What a flow uses on its way, and its acknowledgements on the way back. */
    private Path prepare(Route route, List<Link> home) {
        List<Link> there = route.links();
        Channel[] used = new Channel[there.size() + home.size()];
        double[] coefficients = new double[used.length];
        int size = 0;
        for (int i = 0; i < used.length; i++) {
            Link link = i < there.size() ? there.get(i) : home.get(i - there.size());
            if (link.sharing() == Link.Sharing.SHARED) {
                Channel channel = channel(link);
                int at = 0;
                while (at < size && used[at] != channel) {
                    at++;
                }
                if (at == size) {
                    size++;
                    used[at] = channel;
                }
                coefficients[at] += i < there.size() ? 1 : NetworkModel.ACKNOWLEDGEMENTS;
            }
        }
        return new Path(route, Arrays.copyOf(used, size), Arrays.copyOf(coefficients, size), model);
    }

    Channel channel(Link link) {
        if (channels[link.number] == null) {
            channels[link.number] = new Channel(link);
        }
        return channels[link.number];
    }
}
