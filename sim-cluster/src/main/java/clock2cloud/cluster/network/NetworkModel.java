package clock2cloud.cluster.network;

import java.util.List;
import java.util.Map;

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
 * @param loopbackBytesPerSecond {@code network/loopback-bw}, for a host's messages to itself when no route says otherwise
 * @param loopbackLatencySeconds {@code network/loopback-lat}, the same
 * @param fairness the weights of the flows
 */
public record NetworkModel(
        double latencyFactor,
        double bandwidthFactor,
        double tcpGammaBytes,
        double weightS,
        boolean crossTraffic,
        double loopbackBytesPerSecond,
        double loopbackLatencySeconds,
        Fairness fairness) {
    /** Share of a flow's rate that its acknowledgements take on the way back. */
    public static final double ACKNOWLEDGEMENTS = 0.05;

    private static final double GAMMA = 4_194_304;
    private static final double LOOPBACK = 1e10;

    /** The exact fluid network: no correction factors, no windows, no cross traffic. The default. */
    public static final NetworkModel RAW = new NetworkModel(1, 1, 0, 0, false, LOOPBACK, 0, Fairness.LATENCY);

    /** Casanova and Marchal 2002, with SimGrid's window and cross traffic. */
    public static final NetworkModel CM02 = new NetworkModel(1, 1, GAMMA, 0, true, LOOPBACK, 0, Fairness.LATENCY);

    /** Legrand and Velho 2008, SimGrid's default: slow start and headers as factors. */
    public static final NetworkModel LV08 =
            new NetworkModel(13.01, 0.97, GAMMA, 20_537, true, LOOPBACK, 0, Fairness.LATENCY);

    private static final List<String> NUMBERS = List.of(
            "network/latency-factor",
            "network/bandwidth-factor",
            "network/TCP-gamma",
            "network/weight-S",
            "network/loopback-bw",
            "network/loopback-lat");

    private static final String MODEL = "network/model";

    /** SimGrid's settings of speed and rounding: they change nothing here, where shares are exact. */
    private static final List<String> WITHOUT_EFFECT = List.of(
            "maxmin/precision",
            "maxmin/concurrency-limit",
            "precision/timing",
            "precision/work-amount",
            "surf/precision",
            "network/optim",
            "network/maxmin-selective-update",
            "cpu/optim",
            "cpu/maxmin-selective-update",
            "contexts/factory",
            "contexts/guard-size",
            "contexts/nthreads",
            "contexts/stack-size");

    public NetworkModel {
        require(latencyFactor >= 0, "network/latency-factor", latencyFactor);
        require(bandwidthFactor > 0, "network/bandwidth-factor", bandwidthFactor);
        require(tcpGammaBytes >= 0, "network/TCP-gamma", tcpGammaBytes);
        require(weightS >= 0, "network/weight-S", weightS);
        require(loopbackBytesPerSecond > 0, "network/loopback-bw", loopbackBytesPerSecond);
        require(loopbackLatencySeconds >= 0, "network/loopback-lat", loopbackLatencySeconds);
    }

    private static void require(boolean holds, String key, double value) {
        if (!(holds && value < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(key + " is " + value + ", it must be positive (or zero) and finite");
        }
    }

    public NetworkModel withFairness(Fairness other) {
        return of(numbers(), crossTraffic, other);
    }

    /** This model with settings changed: {@code network/model} first, wherever it stands, as in SimGrid. */
    public NetworkModel with(Map<String, String> settings) {
        NetworkModel model = settings.containsKey(MODEL) ? with(MODEL, settings.get(MODEL)) : this;
        for (Map.Entry<String, String> setting : settings.entrySet()) {
            if (!MODEL.equals(setting.getKey())) {
                model = model.with(setting.getKey(), setting.getValue());
            }
        }
        return model;
    }

    /** This model with one setting changed; {@code network/model} changes all but the loopback. */
    public NetworkModel with(String key, String value) {
        if (WITHOUT_EFFECT.contains(key)) {
            return this;
        }
        if (MODEL.equals(key)) {
            NetworkModel named = named(value);
            double[] numbers = named.numbers();
            numbers[NUMBERS.indexOf("network/loopback-bw")] = loopbackBytesPerSecond;
            numbers[NUMBERS.indexOf("network/loopback-lat")] = loopbackLatencySeconds;
            return of(numbers, named.crossTraffic, fairness);
        }
        if ("network/crosstraffic".equals(key)) {
            return of(numbers(), yes(key, value), fairness);
        }
        int place = NUMBERS.indexOf(key.replace("TCP_gamma", "TCP-gamma"));
        if (place < 0) {
            throw new IllegalArgumentException("unknown setting " + key
                    + "; known: network/model, network/crosstraffic, " + String.join(", ", NUMBERS));
        }
        double[] numbers = numbers();
        numbers[place] = number(key, value);
        return of(numbers, crossTraffic, fairness);
    }

    /** What a host's messages to itself go over when no route says otherwise; never shared. */
    Route loopback() {
        return Route.of(
                List.of(new Link("loopback", loopbackBytesPerSecond, loopbackLatencySeconds, Link.Sharing.FATPIPE)));
    }

    /** In the order of their names. */
    private double[] numbers() {
        return new double[] {
            latencyFactor, bandwidthFactor, tcpGammaBytes, weightS, loopbackBytesPerSecond, loopbackLatencySeconds
        };
    }

    private static NetworkModel of(double[] numbers, boolean crossTraffic, Fairness fairness) {
        return new NetworkModel(
                numbers[0], numbers[1], numbers[2], numbers[3], crossTraffic, numbers[4], numbers[5], fairness);
    }

    private static NetworkModel named(String value) {
        return switch (value) {
            case "raw" -> RAW;
            case "CM02" -> CM02;
            case "LV08" -> LV08;
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
