package clock2cloud.cluster.network;

/** A route as a flow sees it under a network model: what it uses of which link, its weight, its bound. */
final class Path {
    final Route route;
    final Channel[] channels;
    final double[] coefficients;
    final double weight;

    /** The largest rate, before the bandwidth factor. */
    final double bound;

    /** Weighted level at which the bound holds. */
    final double boundLevel;

    final double latencySeconds;
    final double rateFactor;

    Path(Route route, Channel[] channels, double[] coefficients, NetworkModel model) {
        this.route = route;
        this.channels = channels;
        this.coefficients = coefficients;
        this.latencySeconds = route.latencySeconds() * model.latencyFactor();
        this.rateFactor = model.bandwidthFactor();
        this.weight = weight(route, model);
        this.bound = bound(route, model);
        this.boundLevel = bound / weight;
    }

    /** Weight of a flow's use of a channel of the path. */
    double use(int hop) {
        return coefficients[hop] * weight;
    }

    private double weight(Route route, NetworkModel model) {
        if (model.fairness() == Fairness.EQUAL || !(latencySeconds > 0)) {
            return 1;
        }
        double penalty = route.latencySeconds();
        if (model.weightS() > 0) {
            for (Link link : route.links()) {
                penalty += model.weightS() / link.bytesPerSecond();
            }
        }
        return 1 / penalty;
    }

    private static double bound(Route route, NetworkModel model) {
        double bound = route.bottleneckBytesPerSecond();
        if (model.tcpGammaBytes() > 0 && route.latencySeconds() > 0) {
            bound = Math.min(bound, model.tcpGammaBytes() / (2 * route.latencySeconds()));
        }
        return bound;
    }
}
