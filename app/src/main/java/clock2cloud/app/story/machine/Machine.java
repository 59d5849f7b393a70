package clock2cloud.app.story.machine;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * One machine as its file tells of it; all figures are inputs with a source, none is fitted.
 *
 * @param standsFor the day that it is of (ISO date), where it is of one day only
 */
public record Machine(
        String name,
        String title,
        Processor cpu,
        Optional<GraphicsProcessor> gpu,
        Optional<Network> network,
        List<Price> prices,
        List<String> sources,
        Optional<String> standsFor) {
    /** The region that prices are of where a file does not say. */
    public static final String HOME_REGION = "us-east-1";

    public Machine {
        Require.present(name, "name");
        Require.present(title, "title");
        Require.present(cpu, "cpu");
        standsFor.ifPresent(day -> Require.day(day, "standsFor"));
        prices = prices == null
                ? List.of()
                : prices.stream().sorted(Comparator.comparing(Price::from)).toList();
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** The day that it is of, where it is of one. */
    public Optional<LocalDate> day() {
        return standsFor.map(LocalDate::parse);
    }

    /** Whether it can be rented at all. */
    public boolean rented() {
        return !prices.isEmpty();
    }

    /** The price on a day in the home region. */
    public Price priceOn(LocalDate day) {
        return priceOn(day, HOME_REGION);
    }

    /**
     * The price on a day in a region.
     *
     * @throws IllegalArgumentException before the machine could be rented there
     */
    public Price priceOn(LocalDate day, String region) {
        Optional<Price> found = Optional.empty();
        Optional<String> first = Optional.empty();
        for (Price price : prices) {
            if (!price.region().equals(region)) {
                continue;
            }
            first = first.or(() -> Optional.of(price.from()));
            if (!LocalDate.parse(price.from()).isAfter(day)) {
                found = Optional.of(price);
            }
        }
        String earliest = first.map(date -> "its first price there is of " + date)
                .orElse(prices.isEmpty() ? "it was never for rent" : "no price of it is known there");
        return found.orElseThrow(() -> new IllegalArgumentException(name + " could not be rented in " + region
                + (day.equals(LocalDate.MAX) ? "" : " on " + day) + ": " + earliest));
    }
}
