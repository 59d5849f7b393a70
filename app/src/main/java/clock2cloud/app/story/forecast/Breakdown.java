package clock2cloud.app.story.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One step in parts, what is known of its error, and what a reader should know.
 *
 * @param trust measured here, timed by us on such a device, published, or by data sheet
 */
public record Breakdown(List<Part> parts, Interval interval, String trust, List<String> flags) {
    public Breakdown {
        parts = List.copyOf(parts);
        flags = List.copyOf(flags);
    }

    public double seconds() {
        return parts.stream()
                .filter(part -> !part.hidden())
                .mapToDouble(Part::seconds)
                .sum();
    }

    /** The largest part of those that are added. */
    String limit() {
        return parts.stream()
                .filter(part -> !part.hidden())
                .max(Comparator.comparingDouble(Part::seconds))
                .map(Part::name)
                .orElse("nothing");
    }

    /** The step as it would be if some parts took no time: an ablation. */
    Breakdown without(Set<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        return new Breakdown(
                parts.stream().filter(part -> !names.contains(part.name())).toList(), interval, trust, flags);
    }

    /** Refuses names of parts that this step has not. */
    Breakdown having(Set<String> names) {
        if (names.isEmpty()) {
            return this;
        }
        List<String> known = parts.stream().map(Part::name).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "'" + name + "' is no part of this step; there are " + String.join(", ", known));
            }
        }
        return this;
    }

    Breakdown flagged(Optional<String> flag) {
        if (flag.isEmpty()) {
            return this;
        }
        List<String> more = new ArrayList<>(flags);
        more.add(flag.get());
        return new Breakdown(parts, interval, trust, more);
    }
}
