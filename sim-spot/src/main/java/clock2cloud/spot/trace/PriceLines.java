package clock2cloud.spot.trace;

import clock2cloud.spot.trace.PriceHistory.Change;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the text of a price file apart, line by line, and keeps what was odd and what was assumed. */
final class PriceLines {
    private static final String TIME = "Timestamp";
    private static final String PRICE = "SpotPrice";
    private static final String TYPE = "InstanceType";
    private static final String ZONE = "AvailabilityZone";
    private static final String PRODUCT = "ProductDescription";
    private static final String PLAIN_TEXT = "SPOTPRICEHISTORY";
    private static final Pattern OBJECT = Pattern.compile("\\{[^{}]*\\}");
    private static final Pattern FIELD = Pattern.compile("\"([A-Za-z]+)\"\\s*:\\s*(?:\"([^\"]*)\"|([-+.0-9eE]+))");
    private static final Pattern EMPTY_ANSWER = Pattern.compile("\\s*\\{\\s*\"SpotPriceHistory\"\\s*:\\s*\\[\\s*\\]");
    private static final Pattern SEPARATOR = Pattern.compile("[,;\t]");
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("timestamp", TIME),
            Map.entry("timestamp_utc", TIME),
            Map.entry("time", TIME),
            Map.entry("date", TIME),
            Map.entry("instance_type", TYPE),
            Map.entry("instancetype", TYPE),
            Map.entry("availability_zone", ZONE),
            Map.entry("availabilityzone", ZONE),
            Map.entry("product_description", PRODUCT),
            Map.entry("productdescription", PRODUCT),
            Map.entry("spot_price", PRICE),
            Map.entry("spotprice", PRICE),
            Map.entry("price", PRICE),
            Map.entry("mean_price_usd_per_hour", PRICE));

    private final String name;
    private final List<Change> changes = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();

    PriceLines(String name) {
        this.name = name;
    }

    List<Change> changes() {
        return changes;
    }

    List<String> remarks() {
        return remarks;
    }

    void read(String withMark) {
        String text = withMark.startsWith("\uFEFF") ? withMark.substring(1) : withMark;
        String start = text.stripLeading();
        if (start.startsWith("{") || start.startsWith("[")) {
            json(text);
        } else if (start.startsWith(PLAIN_TEXT)) {
            plain(text);
        } else {
            csv(text);
        }
    }

    private void json(String text) {
        Matcher object = OBJECT.matcher(text);
        int line = 1;
        int counted = 0;
        int end = 0;
        boolean empty = EMPTY_ANSWER.matcher(text).lookingAt();
        while (!empty && object.find()) {
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
        if (!tail.contains("]") || !changes.isEmpty() && !tail.matches("[\\s,\\]}]*")) {
            throw new IllegalArgumentException(
                    name + ":" + text.lines().count() + ": the JSON is cut off or not a price history");
        }
    }

    /** The provider's --output text: a word, zone, type, product, price, time. */
    private void plain(String text) {
        List<String> order = List.of("", ZONE, TYPE, PRODUCT, PRICE, TIME);
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            if (line.startsWith(PLAIN_TEXT)) {
                add(number, row(number, order, List.of(line.split("\t", -1)), "a line of plain text"));
            } else if (!line.isBlank()) {
                throw new IllegalArgumentException(
                        name + ":" + number + ": '" + line.strip() + "' does not begin with " + PLAIN_TEXT);
            }
        }
    }

    private void csv(String text) {
        List<String> header = List.of();
        int number = 0;
        for (String line : text.split("\n", -1)) {
            number++;
            List<String> fields = List.of(SEPARATOR.split(line.replace("\"", ""), -1));
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (header.isEmpty()) {
                header = fields.stream().map(PriceLines::canonical).toList();
                check(number, line, header);
            } else {
                add(number, row(number, header, fields, "the header"));
            }
        }
    }

    private void check(int number, String line, List<String> header) {
        if (!header.contains(TIME) || !header.contains(PRICE)) {
            throw new IllegalArgumentException(
                    name + ":" + number + ": a header with at least timestamp and spot_price was"
                            + " expected, but this line is '" + line.strip() + "'");
        }
    }

    private Map<String, String> row(int number, List<String> header, List<String> fields, String what) {
        if (fields.size() != header.size()) {
            throw new IllegalArgumentException(
                    name + ":" + number + ": " + fields.size() + " fields, but " + what + " has " + header.size());
        }
        Map<String, String> row = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
            row.put(header.get(i), fields.get(i).strip());
        }
        return row;
    }

    private static String canonical(String column) {
        String bare = column.strip();
        return NAMES.getOrDefault(bare.toLowerCase(Locale.ROOT), bare);
    }

    private void add(int line, Map<String, String> fields) {
        changes.add(new Change(
                line,
                fields.getOrDefault(TYPE, ""),
                fields.getOrDefault(ZONE, ""),
                fields.getOrDefault(PRODUCT, ""),
                time(line, needed(line, fields, TIME)),
                price(line, needed(line, fields, PRICE))));
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
        if (price == 0) {
            once(line, "the price here (and perhaps in later lines) is 0; taken as it stands");
        }
        return price;
    }

    private Instant time(int line, String text) {
        if (text.matches("[0-9]{9,10}")) {
            once(line, "the time here (and perhaps in later lines) is a bare number; taken as seconds since 1970, UTC");
            return Instant.ofEpochSecond(Long.parseLong(text));
        }
        String iso = text.replace(' ', 'T').replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
        try {
            OffsetDateTime time = OffsetDateTime.parse(iso);
            if (!time.getOffset().equals(ZoneOffset.UTC)) {
                once(
                        line,
                        "the time here (and perhaps in later lines) has another time zone than UTC (" + time.getOffset()
                                + "); converted");
            }
            return time.toInstant();
        } catch (DateTimeParseException notWithOffset) {
            try {
                Instant time = LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
                once(line, "the time here (and perhaps in later lines) has no time zone; taken as UTC");
                return time;
            } catch (DateTimeParseException e) {
                throw new IllegalArgumentException(
                        name + ":" + line + ": '" + text + "' is not a time; write 2017-07-20T10:00:00Z", e);
            }
        }
    }

    /** Says so at the first line of the kind only. */
    private void once(int line, String what) {
        if (remarks.stream().noneMatch(remark -> remark.endsWith(what))) {
            remarks.add(name + ":" + line + ": " + what);
        }
    }
}
