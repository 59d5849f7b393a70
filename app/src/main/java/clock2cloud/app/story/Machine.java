package clock2cloud.app.story;

import clock2cloud.spot.bill.BillingRule;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One machine as its file tells of it; all figures are inputs with a source, none is fitted. */
public record Machine(String name, String title, Cpu cpu, Optional<Gpu> gpu, List<Price> prices, List<String> sources) {
    public Machine {
        if (name == null || cpu == null || prices == null || sources == null) {
            throw new IllegalArgumentException("a machine needs name, title, cpu, prices and sources");
        }
    }

    /**
     * A processor.
     *
     * @param flopsPerCycle fp32 operations that a core can end each cycle
     * @param cacheBytes of the last level that one core reaches
     * @param tunedFraction the part of peak that a tuned matrix product reaches, where it is published
     * @param plainFraction the same for a plain one
     */
    public record Cpu(
            String name,
            double clockHertz,
            int cores,
            double flopsPerCycle,
            double memoryBytesPerSecond,
            Optional<Double> cacheBytes,
            Optional<Double> tunedFraction,
            Optional<Double> plainFraction) {
        public Cpu {
            if (!(clockHertz > 0 && cores > 0 && flopsPerCycle > 0 && memoryBytesPerSecond > 0)) {
                throw new IllegalArgumentException(
                        "cpu needs clockHertz, cores, flopsPerCycle and memoryBytesPerSecond above 0");
            }
        }

        public double peakFlopsPerSecondOfOneCore() {
            return clockHertz * flopsPerCycle;
        }
    }

    /**
     * One GPU as a program sees it.
     *
     * @param memoryBytesPerSecond as measured where that is published, with ECC as rented
     * @param layerTimings a shipped file of timed layers, where there is one
     */
    public record Gpu(
            String name,
            double clockHertz,
            double boostHertz,
            double peakFlopsPerSecond,
            double boostFlopsPerSecond,
            double memoryBytesPerSecond,
            double memoryBytes,
            Optional<String> layerTimings) {
        public Gpu {
            if (!(clockHertz > 0 && boostHertz >= clockHertz && peakFlopsPerSecond > 0 && memoryBytesPerSecond > 0)) {
                throw new IllegalArgumentException(
                        "gpu needs clockHertz, boostHertz, peakFlopsPerSecond and memoryBytesPerSecond above 0");
            }
        }
    }

    /** An on-demand price in us-east-1 from a day on (ISO date). */
    public record Price(String from, double dollarsPerHour, BillingRule billing) {}

    /**
     * The price on a day.
     *
     * @throws IllegalArgumentException before the machine could be rented
     */
    public Price priceOn(LocalDate day) {
        Price found = null;
        for (Price price : prices) {
            if (!LocalDate.parse(price.from()).isAfter(day)) {
                found = price;
            }
        }
        if (found == null) {
            String first = prices.isEmpty()
                    ? "it never was for rent"
                    : "the first price is of " + prices.get(0).from();
            throw new IllegalArgumentException(name + " could not be rented on " + day + ": " + first);
        }
        return found;
    }
}
