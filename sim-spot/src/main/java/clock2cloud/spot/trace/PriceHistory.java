package clock2cloud.spot.trace;

import clock2cloud.spot.price.PricePath;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * The price changes of one pool, in the order of time, with what was odd in the file and what was assumed. Path times are
 * seconds from the first change.
 */
public record PriceHistory(
        String name,
        String instanceType,
        String zone,
        String product,
        Instant from,
        PricePath path,
        List<String> remarks) {
    private static final double LONG_SILENCE_SECONDS = 24 * 3600;
    private static final double TAIL_SECONDS = 3600;

    /** One line of a price file. */
    public record Change(int line, String instanceType, String zone, String product, Instant time, double price) {}

    /** The pools' names in a file, as type/zone/product. */
    public static TreeSet<String> pools(List<Change> changes) {
        TreeSet<String> pools = new TreeSet<>();
        changes.forEach(change -> pools.add(pool(change)));
        return pools;
    }

    static String pool(Change change) {
        return change.instanceType() + "/" + change.zone() + "/" + change.product();
    }

    /** The one pool in these changes; several are refused by name. */
    public static PriceHistory of(String name, List<Change> changes, List<String> remarks) {
        if (changes.isEmpty()) {
            throw new IllegalArgumentException(name + ": no price changes");
        }
        TreeSet<String> pools = pools(changes);
        if (pools.size() > 1) {
            Change first = changes.get(0);
            Change other = changes.stream()
                    .filter(change -> !pool(change).equals(pool(first)))
                    .findFirst()
                    .orElseThrow();
            throw new IllegalArgumentException(name + ":" + other.line() + ": " + pool(other) + " is another pool than "
                    + pool(first) + " in line " + first.line()
                    + "; choose one with --type, --zone and --product from " + String.join(", ", pools));
        }
        List<String> said = new ArrayList<>(remarks);
        List<Change> sorted = sorted(name, changes, said);
        double[] seconds = new double[sorted.size()];
        double[] prices = new double[sorted.size()];
        Instant from = sorted.get(0).time();
        for (int i = 0; i < seconds.length; i++) {
            seconds[i] = (sorted.get(i).time().toEpochMilli() - from.toEpochMilli()) / 1e3;
            prices[i] = sorted.get(i).price();
            if (i > 0 && seconds[i] - seconds[i - 1] > LONG_SILENCE_SECONDS) {
                said.add(String.format(
                        java.util.Locale.ROOT,
                        "%s:%d: %.1f h without a change before this one; the price is taken to have held",
                        name,
                        sorted.get(i).line(),
                        (seconds[i] - seconds[i - 1]) / 3600));
            }
        }
        said.add(name + ": the last price is taken to hold for one hour");
        Change any = sorted.get(0);
        return new PriceHistory(
                name,
                any.instanceType(),
                any.zone(),
                any.product(),
                from,
                new PricePath(seconds, prices, seconds[seconds.length - 1] + TAIL_SECONDS),
                List.copyOf(said));
    }

    /** These histories over the time that all of them cover, with one clock that starts there. */
    public static List<PriceHistory> together(List<PriceHistory> zones) {
        Instant from = zones.stream()
                .map(PriceHistory::from)
                .max(Comparator.naturalOrder())
                .orElseThrow();
        List<PriceHistory> cut = new ArrayList<>();
        double shortest = zones.stream()
                .mapToDouble(zone -> zone.path().endSeconds() - seconds(zone.from(), from))
                .min()
                .orElseThrow();
        if (!(shortest > 0)) {
            throw new IllegalArgumentException(zones.get(0).name() + ": the zones' records do not overlap in time");
        }
        for (PriceHistory zone : zones) {
            PricePath path = zone.path().between(seconds(zone.from(), from), seconds(zone.from(), from) + shortest);
            cut.add(new PriceHistory(
                    zone.name(), zone.instanceType(), zone.zone(), zone.product(), from, path, zone.remarks()));
        }
        return List.copyOf(cut);
    }

    private static double seconds(Instant from, Instant to) {
        return (to.toEpochMilli() - from.toEpochMilli()) / 1e3;
    }

    private static List<Change> sorted(String name, List<Change> changes, List<String> said) {
        List<Change> sorted = new ArrayList<>(changes);
        sorted.sort(Comparator.comparing(Change::time));
        boolean newestFirst = true;
        for (int i = 1; i < changes.size(); i++) {
            boolean rises = changes.get(i).time().isAfter(changes.get(i - 1).time());
            boolean falls = changes.get(i).time().isBefore(changes.get(i - 1).time());
            newestFirst &= !rises;
            if (falls
                    && !sorted.equals(changes)
                    && said.stream().noneMatch(line -> line.contains("not in the order"))) {
                said.add(name + ":" + changes.get(i).line() + ": times are not in the order of time; sorted");
            }
        }
        if (newestFirst && changes.size() > 1) {
            said.removeIf(line -> line.contains("not in the order"));
            said.add(name + ": newest first, as the provider lists them; sorted");
        }
        List<Change> kept = new ArrayList<>();
        for (Change change : sorted) {
            Change before = kept.isEmpty() ? null : kept.get(kept.size() - 1);
            if (before != null && before.time().equals(change.time())) {
                if (before.price() != change.price()) {
                    throw new IllegalArgumentException(
                            name + ":" + change.line() + ": " + change.time() + " has the price " + change.price()
                                    + " here and " + before.price() + " in line " + before.line());
                }
                said.add(name + ":" + change.line() + ": repeats line " + before.line() + "; left out");
            } else {
                kept.add(change);
            }
        }
        return kept;
    }
}
