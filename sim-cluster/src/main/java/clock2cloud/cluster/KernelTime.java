package clock2cloud.cluster;

import java.util.Comparator;
import java.util.List;

/**
 * Where a kernel's time goes, and three ways to put it together.
 *
 * @param terms arithmetic first, then each memory level outwards
 * @param latencySeconds waiting for reads that depend on each other
 * @param callSeconds starting it
 */
public record KernelTime(List<Term> terms, double latencySeconds, double callSeconds) {
    /** One resource's busy time. */
    public record Term(String name, double seconds) {}

    public KernelTime {
        terms = List.copyOf(terms);
    }

    /** Everything overlaps: the longest term. */
    public double rooflineSeconds() {
        return terms.stream().mapToDouble(Term::seconds).max().orElse(0) + latencySeconds + callSeconds;
    }

    /** Arithmetic overlaps the transfers, which follow each other. */
    public double ecmSeconds() {
        return Math.max(terms.get(0).seconds(), transferSeconds()) + latencySeconds + callSeconds;
    }

    /** Nothing overlaps. */
    public double additiveSeconds() {
        return terms.get(0).seconds() + transferSeconds() + latencySeconds + callSeconds;
    }

    /** The largest term: flops, a memory level, latency or calls. */
    public String bound() {
        Term longest =
                terms.stream().max(Comparator.comparingDouble(Term::seconds)).orElseThrow();
        if (callSeconds > Math.max(longest.seconds(), latencySeconds)) {
            return "calls";
        }
        return latencySeconds > longest.seconds() ? "latency" : longest.name();
    }

    private double transferSeconds() {
        return terms.stream().skip(1).mapToDouble(Term::seconds).sum();
    }
}
