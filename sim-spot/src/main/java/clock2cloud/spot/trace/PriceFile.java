package clock2cloud.spot.trace;

import clock2cloud.spot.trace.PriceHistory.Change;
import java.io.BufferedReader;
import java.io.Reader;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The price changes of a file such as {@code aws ec2 describe-spot-price-history} prints: JSON, its plain text, or CSV with the
 * same names or lower-case ones ({@code timestamp, instance_type, availability_zone, product_description, spot_price}).
 *
 * @param changes every line of the file
 * @param remarks what was odd and what was assumed
 */
public record PriceFile(String name, List<Change> changes, List<String> remarks) {
    public PriceFile {
        changes = List.copyOf(changes);
        remarks = List.copyOf(remarks);
    }

    public static PriceFile read(String name, Reader reader) {
        PriceLines lines = new PriceLines(name);
        lines.read(new BufferedReader(reader).lines().collect(Collectors.joining("\n")));
        if (lines.changes().isEmpty()) {
            throw new IllegalArgumentException(name + ": no price changes");
        }
        return new PriceFile(name, lines.changes(), lines.remarks());
    }

    /** The history of the one pool that is left when these filters hold; an empty filter lets everything through. */
    public PriceHistory history(String instanceType, String zone, String product) {
        List<Change> chosen = changes.stream()
                .filter(change ->
                        instanceType.isEmpty() || change.instanceType().equals(instanceType))
                .filter(change -> zone.isEmpty() || change.zone().equals(zone))
                .filter(change -> product.isEmpty() || change.product().equals(product))
                .toList();
        if (chosen.isEmpty()) {
            throw new IllegalArgumentException(name + ": no price of " + instanceType + "/" + zone + "/" + product
                    + "; the file has " + String.join(", ", PriceHistory.pools(changes)));
        }
        return PriceHistory.of(name, chosen, remarks);
    }

    /** The history of every zone that is left when these filters hold, in the order of their names. */
    public List<PriceHistory> zones(String instanceType, String product) {
        TreeSet<String> names = changes.stream()
                .filter(change ->
                        instanceType.isEmpty() || change.instanceType().equals(instanceType))
                .filter(change -> product.isEmpty() || change.product().equals(product))
                .map(Change::zone)
                .collect(Collectors.toCollection(TreeSet::new));
        if (names.size() < 2) {
            throw new IllegalArgumentException(name + ": prices of at least two zones are needed; the file has "
                    + String.join(", ", PriceHistory.pools(changes)));
        }
        return names.stream().map(zone -> history(instanceType, zone, product)).toList();
    }
}
