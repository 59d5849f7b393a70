package clock2cloud.app.story.chain;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The numbers that can be turned, floor by floor, in SI units. */
public record Knobs(Map<Knob, Double> values) {
    /** One number of one floor, as it is before anybody turns it. */
    public enum Knob {
        WIRE_FARADS("signal", "wire-capacitance", 4e-15, "load of the wire behind each gate"),
        SUPPLY_VOLTS("signal", "supply-voltage", 1.15, "supply of the gates"),
        STAGES("signal", "gates-per-stage", 16, "gates between two flip-flops"),
        FLOPS_PER_CYCLE("cluster", "flops-per-cycle", 8, "operations that a core ends each cycle"),
        CORES("cluster", "cores", 2, "cores of a machine"),
        WORKERS("cluster", "workers", 4, "machines that share each batch"),
        LATENCY_SECONDS("cluster", "lan-latency", 100e-6, "of a message between machines"),
        LAN_BYTES_PER_SECOND("cluster", "lan-bandwidth", 125e6, "of each machine's link"),
        SHARE_FRACTION("vm", "vm-share", 0.5, "of a host that each machine rents"),
        BID_DOLLARS_PER_HOUR("spot", "bid", 0.20, "for one machine and hour");

        private final String floor;
        private final String words;
        private final double usual;
        private final String meaning;

        Knob(String floor, String words, double usual, String meaning) {
            this.floor = floor;
            this.words = words;
            this.usual = usual;
            this.meaning = meaning;
        }

        public String floor() {
            return floor;
        }

        public String words() {
            return words;
        }

        public double usual() {
            return usual;
        }

        public String meaning() {
            return meaning;
        }

        /** The knob of a name, as in {@code lan-latency}. */
        public static Knob of(String name) {
            return Arrays.stream(values())
                    .filter(knob ->
                            knob.words.equals(name.toLowerCase(Locale.ROOT).strip()))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("'" + name + "' is no knob; there are "
                            + Arrays.stream(values()).map(Knob::words).collect(Collectors.joining(", "))));
        }
    }

    public Knobs {
        values = Map.copyOf(values);
        for (Map.Entry<Knob, Double> turned : values.entrySet()) {
            if (!(turned.getValue() > 0 && turned.getValue() < 1e18)) {
                throw new IllegalArgumentException(
                        turned.getKey().words() + " must be above 0, not " + turned.getValue());
            }
        }
    }

    /** Nothing turned. */
    public static Knobs usual() {
        return new Knobs(Map.of());
    }

    public double get(Knob knob) {
        return values.getOrDefault(knob, knob.usual());
    }

    public Knobs with(Knob knob, double value) {
        Map<Knob, Double> more = new TreeMap<>(values);
        more.put(knob, value);
        return new Knobs(more);
    }

    /** All knobs, in the order of the floors. */
    public static List<Knob> all() {
        return List.of(Knob.values());
    }
}
