package clock2cloud.cluster.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.fraction.BigFraction;

/** Weighted max-min fair flows in rational arithmetic, by the book and without any speed: what the fast one must equal. */
final class ExactFluid {
    /** A flow: when it joins, its links, its weight, its bytes. */
    record Fluid(BigFraction joins, List<Integer> links, BigFraction weight, BigFraction bytes) {}

    private ExactFluid() {}

    /** When each flow ends. */
    static List<BigFraction> finishes(List<BigFraction> capacities, List<Fluid> flows) {
        List<BigFraction> left =
                new ArrayList<>(flows.stream().map(Fluid::bytes).toList());
        List<BigFraction> ends =
                new ArrayList<>(flows.stream().map(Fluid::joins).toList());
        BigFraction now = BigFraction.ZERO;
        while (true) {
            BigFraction moment = now;
            List<Integer> active = new ArrayList<>();
            BigFraction next = null;
            for (int f = 0; f < flows.size(); f++) {
                if (left.get(f).compareTo(BigFraction.ZERO) > 0) {
                    if (flows.get(f).joins.compareTo(moment) <= 0) {
                        active.add(f);
                    } else {
                        next = least(next, flows.get(f).joins.subtract(moment));
                    }
                }
            }
            Map<Integer, BigFraction> rates = rates(capacities, flows, active);
            for (int f : active) {
                next = least(next, left.get(f).divide(rates.get(f)));
            }
            if (next == null) {
                return ends;
            }
            now = now.add(next);
            for (int f : active) {
                left.set(f, left.get(f).subtract(rates.get(f).multiply(next)));
                ends.set(f, left.get(f).equals(BigFraction.ZERO) ? now : ends.get(f));
            }
        }
    }

    private static BigFraction least(BigFraction one, BigFraction other) {
        return one == null || other.compareTo(one) < 0 ? other : one;
    }

    /** Progressive filling: raise all levels together, stop the flows of each link that is full. */
    static Map<Integer, BigFraction> rates(List<BigFraction> capacities, List<Fluid> flows, List<Integer> active) {
        Map<Integer, BigFraction> rates = new LinkedHashMap<>();
        List<BigFraction> rest = new ArrayList<>(capacities);
        List<Integer> open = new ArrayList<>(active);
        while (!open.isEmpty()) {
            BigFraction lowest = null;
            for (int link = 0; link < rest.size(); link++) {
                BigFraction weights = weights(flows, open, link);
                if (weights.compareTo(BigFraction.ZERO) > 0) {
                    lowest = least(lowest, rest.get(link).divide(weights));
                }
            }
            BigFraction level = lowest;
            List<Integer> full = new ArrayList<>();
            for (int link = 0; link < rest.size(); link++) {
                BigFraction weights = weights(flows, open, link);
                if (weights.compareTo(BigFraction.ZERO) > 0
                        && rest.get(link).divide(weights).equals(level)) {
                    full.add(link);
                }
            }
            List<Integer> stopped = open.stream()
                    .filter(f -> flows.get(f).links.stream().anyMatch(full::contains))
                    .toList();
            for (int f : stopped) {
                BigFraction rate = flows.get(f).weight.multiply(level);
                rates.put(f, rate);
                flows.get(f).links.forEach(link -> rest.set(link, rest.get(link).subtract(rate)));
            }
            open.removeAll(stopped);
        }
        return rates;
    }

    private static BigFraction weights(List<Fluid> flows, List<Integer> open, int link) {
        return open.stream()
                .filter(f -> flows.get(f).links.contains(link))
                .map(f -> flows.get(f).weight)
                .reduce(BigFraction.ZERO, BigFraction::add);
    }
}
