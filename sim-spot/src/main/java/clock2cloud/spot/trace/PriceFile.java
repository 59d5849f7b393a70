package clock2cloud.spot.trace;

import clock2cloud.spot.trace.PriceHistory.Change;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what {@code aws ec2 describe-spot-price-history} prints: JSON, or CSV with the same names or lower-case ones ({@code
 * timestamp, instance_type, availability_zone, product_description, spot_price}).
 *
 * @param changes every line of the file
 * @param remarks what was odd and what was assumed
 */
public record PriceFile(String name, List<Change> changes, List<String> remarks) {
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern FIELD = Pattern.compile("\"([A-Za-z]+)\"\\s*:\\s*(?:\"([^\"]*)\"|([-+.0-9eE]+))");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("timestamp", "Timestamp"),
            Map.entry("timestamp_utc", "Timestamp"),
            Map.entry("time", "Timestamp"),
            Map.entry("instance_type", "InstanceType"),
            Map.entry("instancetype", "InstanceType"),
            Map.entry("availability_zone", "AvailabilityZone"),
            Map.entry("availabilityzone", "AvailabilityZone"),
            Map.entry("product_description", "ProductDescription"),
            Map.entry("productdescription", "ProductDescription"),
            Map.entry("spot_price", "SpotPrice"),
            Map.entry("spotprice", "SpotPrice"),
            Map.entry("price", "SpotPrice"),
            Map.entry("mean_price_usd_per_hour", "SpotPrice"));

    public static PriceFile read(String name, Reader reader) {
        String text = new BufferedReader(reader).lines().collect(Collectors.joining("\n"));
        PriceFile file = new PriceFile(name, new ArrayList<>(), new ArrayList<>());
        if (text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")) {
            file.json(text);
        } else {
            file.csv(text);
        }
        if (file.changes.isEmpty()) {
            throw new IllegalArgumentException(name + ": no price changes");
        }
        return file;
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

    private void json(String text) {
        Matcher object = OBJECT.matcher(text);
        int line = 1;
        int counted = 0;
        int end = 0;
        while (object.find()) {
            for (; counted < object.start(); counted++) {
                line += text.charAt(counted) == '\n' ? 1 : 0;
            }
            Map<String, String> fields = new HashMap<>();
            Matcher field = FIELD.matcher(object.group());
            while (field.find()) {
                fields.put(field.group(1), field.group(2) == null ? String.valueOf(field.group(3)) : field.group(2));
            }
            add(line, fields);
            end = object.end();
        }
        String tail = text.substring(end).replaceAll("\"NextToken\"\\s*:\\s*\"[^\"]*\"", "");
        if (!tail.matches("[\\s,\\]}]*") || !tail.contains("]")) {
            throw new IllegalArgumentException(
                    name + ":" + text.lines().count() + ": the JSON is cut off or not a price history");
        }
    }

    private void csv(String text) {
        try (BufferedReader lines = new BufferedReader(new StringReader(text))) {
            List<String> header = List.of();
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                List<String> fields = List.of(line.replace("\"", "").split("[,\t]", -1));
                if (line.isBlank() || line.startsWith("#")) {
                    continue;
                }
                if (header.isEmpty()) {
                    header = fields.stream().map(PriceFile::canonical).toList();
                } else if (fields.size() != header.size()) {
                    throw new IllegalArgumentException(name + ":" + number + ": " + fields.size()
                            + " fields, but the header has " + header.size());
                } else {
                    Map<String, String> row = new HashMap<>();
                    for (int i = 0; i < fields.size(); i++) {
                        row.put(header.get(i), fields.get(i).strip());
                    }
                    add(number, row);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String canonical(String column) {
        String bare = column.strip();
        return NAMES.getOrDefault(bare.toLowerCase(Locale.ROOT), bare);
    }

    private void add(int line, Map<String, String> fields) {
        changes.add(new Change(
                line,
                fields.getOrDefault("InstanceType", ""),
                fields.getOrDefault("AvailabilityZone", ""),
                fields.getOrDefault("ProductDescription", ""),
                time(line, needed(line, fields, "Timestamp")),
                price(line, needed(line, fields, "SpotPrice"))));
    }

    private String needed(int line, Map<String, String> fields, String field) {
        String value = fields.getOrDefault(field, "");
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + ":" + line + ": " + field + " is missing");
        }
        return value;
    }

    private double price(int line, String text) {
        double price;
        try {
            price = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + ":" + line + ": '" + text + "' is not a price", e);
        }
        if (!(price >= 0 && price < 1e6)) {
            throw new IllegalArgumentException(name + ":" + line + ": a price of " + text + " $/h is not in [0, 1e6)");
        }
        return price;
    }

    private Instant time(int line, String text) {
        String iso = text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            OffsetDateTime time = OffsetDateTime.parse(iso);
            if (!time.getOffset().equals(ZoneOffset.UTC)) {
                say(" has another time zone than UTC (" + time.getOffset() + "); converted", line);
            }
            return time.toInstant();
        } catch (DateTimeParseException notWithOffset) {
            try {
                Instant time = LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
                say(" has no time zone; taken as UTC", line);
                return time;
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        name + ":" + line + ": '" + text + "' is not a time; write 2017-07-20T10:00:00Z", e);
            }
        }
    }

    private void say(String what, int line) {
        if (remarks.stream().noneMatch(remark -> remark.endsWith(what))) {
            remarks.add(name + ":" + line + ": the time here (and perhaps in later lines)" + what);
        }
    }
}
