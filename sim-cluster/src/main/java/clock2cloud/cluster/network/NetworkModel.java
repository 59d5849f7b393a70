package clock2cloud.cluster.network;

/**
 * How a flow differs from an ideal fluid; the names are SimGrid's.
 *
 * <p>A flow first pays latency × latencyFactor, then flows at bandwidthFactor × its share. Its weight is
 * 1 / (latency + Σ weightS / bandwidth); its rate is at most tcpGamma / (2 latency) (0: no window); with cross traffic
 * its acknowledgements take 5% of its rate on the way back.
 *
 * @param latencyFactor {@code network/latency-factor}
 * @param bandwidthFactor {@code network/bandwidth-factor}
 * @param tcpGammaBytes {@code network/TCP-gamma}, twice the largest TCP window
 * @param weightS {@code network/weight-S}
 * @param crossTraffic {@code network/crosstraffic}
 * @param fairness the weights of the flows
 */
public record NetworkModel(
        double latencyFactor,
        double bandwidthFactor,
        double tcpGammaBytes,
        double weightS,
        boolean crossTraffic,
        Fairness fairness) {
    /** Share of a flow's rate that its acknowledgements take on the way back. */
    public static final double ACKNOWLEDGEMENTS = 0.05;

    private static final double GAMMA = 4_194_304;

    /** The exact fluid network: no correction factors, no windows, no cross traffic. The default. */
    public static final NetworkModel RAW = new NetworkModel(1, 1, 0, 0, false, Fairness.LATENCY);

    /** Casanova and Marchal 2002, with SimGrid's window and cross traffic. */
    public static final NetworkModel CM02 = new NetworkModel(1, 1, GAMMA, 0, true, Fairness.LATENCY);

    /** Legrand and Velho 2008, SimGrid's default: slow start and headers as factors. */
    public static final NetworkModel LV08 = new NetworkModel(13.01, 0.97, GAMMA, 20_537, true, Fairness.LATENCY);

    public NetworkModel {
        require(latencyFactor >= 0, "network/latency-factor", latencyFactor);
        require(bandwidthFactor > 0, "network/bandwidth-factor", bandwidthFactor);
        require(tcpGammaBytes >= 0, "network/TCP-gamma", tcpGammaBytes);
        require(weightS >= 0, "network/weight-S", weightS);
    }

    private static void require(boolean holds, String key, double value) {
        if (!(holds && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + " is " + value + ", it must be positive (or zero) and finite");
        }
    }

    public NetworkModel withFairness(Fairness other) {
        return new NetworkModel(latencyFactor, bandwidthFactor, tcpGammaBytes, weightS, crossTraffic, other);
    }

    /** This model with one setting changed; {@code network/model} changes them all. */
    public NetworkModel with(String key, String value) {
        return switch (key) {
            case "network/model" -> named(value);
            case "network/latency-factor" ->
                new NetworkModel(number(key, value), bandwidthFactor, tcpGammaBytes, weightS, crossTraffic, fairness);
            case "network/bandwidth-factor" ->
                new NetworkModel(latencyFactor, number(key, value), tcpGammaBytes, weightS, crossTraffic, fairness);
            case "network/TCP-gamma", "network/TCP_gamma" ->
                new NetworkModel(latencyFactor, bandwidthFactor, number(key, value), weightS, crossTraffic, fairness);
            case "network/weight-S" ->
                new NetworkModel(
                        latencyFactor, bandwidthFactor, tcpGammaBytes, number(key, value), crossTraffic, fairness);
            case "network/crosstraffic" ->
                new NetworkModel(latencyFactor, bandwidthFactor, tcpGammaBytes, weightS, yes(key, value), fairness);
            default ->
                throw new IllegalArgumentException("unknown setting " + key
                        + "; known: network/model, network/latency-factor, network/bandwidth-factor,"
                        + " network/TCP-gamma, network/weight-S, network/crosstraffic");
        };
    }

    private NetworkModel named(String value) {
        return switch (value) {
            case "raw" -> RAW.withFairness(fairness);
            case "CM02" -> CM02.withFairness(fairness);
            case "LV08" -> LV08.withFairness(fairness);
            default ->
                throw new IllegalArgumentException(
                        "unknown network/model " + value + "; known: raw (exact fluid), CM02, LV08");
        };
    }

    private static double number(String key, String value) {
        try {
            return Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(key + " is '" + value + "', it must be a number", e);
        }
    }

    private static boolean yes(String key, String value) {
        return switch (value) {
            case "1", "yes", "on", "true" -> true;
            case "0", "no", "off", "false" -> false;
            default -> throw new IllegalArgumentException(key + " is '" + value + "', it must be yes or no");
        };
    }
}
