package clock2cloud.app.story.host;

import clock2cloud.app.table.Json;
import clock2cloud.nn.Trainer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Forecasts of whole epochs of nets drawn by a seed, written and hashed before anything is measured; then each net trains on MNIST
 * in fresh processes, and each forecast meets its measurement. No net of the calibration is among them but by chance.
 */
public final class BlindTest {
    private static final int MNIST_ROWS = 60_000;
    private static final double LONGEST_EPOCH = 1.5;

    private final HostForecast host;
    private final int processes;
    private final Consumer<String> progress;

    /** Each net is measured in so many fresh processes. */
    public BlindTest(HostForecast host, int processes, Consumer<String> progress) {
        this.host = host;
        this.processes = processes;
        this.progress = progress;
    }

    /** A forecast of seconds an epoch with its 90% and its 80% interval. */
    public record Forecast(
            SampledNet net,
            int threads,
            int rows,
            double lowSeconds,
            double forecastSeconds,
            double highSeconds,
            double low80Seconds,
            double high80Seconds,
            List<HostSeconds.Placed> places,
            List<HostSeconds.Placed> stepPlaces) {}

    /**
     * A forecast and what became of it.
     *
     * @param aloneForecastSeconds if nothing else is at work on the cores, and they lie as far apart as they did in the epoch below
     * @param aloneMeasuredSeconds the middle one of the epochs that had their cores for themselves, where there were any
     * @param inside the 90% interval; {@code inside80} the 80% one, which runs before 26 November 2026 did not keep
     * @param spreadFraction between the fastest and the slowest process: what no forecast can know
     */
    public record Outcome(
            String net,
            int threads,
            int rows,
            double lowSeconds,
            double forecastSeconds,
            double highSeconds,
            double measuredSeconds,
            double aloneForecastSeconds,
            Optional<Double> aloneMeasuredSeconds,
            double spreadFraction,
            double errorFraction,
            boolean inside,
            Optional<Boolean> inside80,
            List<PartOutcome> parts) {}

    /** One part of a step: a layer's product, an input gradient, an update, the gather, the cost. */
    public record PartOutcome(String part, double forecastSeconds, double measuredSeconds) {
        public double errorFraction() {
            return forecastSeconds / measuredSeconds - 1;
        }
    }

    /**
     * All outcomes, and the hash of the forecasts that was told before the first measurement.
     *
     * @param peakFlopsPerSecond of one thread, and {@code memoryBytesPerSecond}: what the simpler models take
     */
    public record Result(
            String processor,
            String java,
            String day,
            long seed,
            int processes,
            String forecastSha256,
            double meanErrorFraction,
            double maxErrorFraction,
            double biasFraction,
            double coverageFraction,
            double meanSpreadFraction,
            int aloneCompared,
            double aloneMeanErrorFraction,
            double aloneMaxErrorFraction,
            double aloneBiasFraction,
            int partsCompared,
            double partsMeanErrorFraction,
            double parts95ErrorFraction,
            Optional<Double> peakFlopsPerSecond,
            Optional<Double> memoryBytesPerSecond,
            Map<String, Double> baselineMeanErrorFraction,
            List<Outcome> outcomes) {}

    /** Forecasts everything, tells the hash, then measures everything. */
    public Result run(int nets, int threads, long seed) {
        List<Forecast> forecasts = new ArrayList<>();
        for (SampledNet net : drawn(nets, seed)) {
            forecasts.add(forecast(net, 1));
            if (threads > 1 && Trainer.workersFor(net.net(), net.batch(), threads) == threads) {
                forecasts.add(forecast(net, threads));
            }
        }
        String hash = sha256(Json.write(forecasts));
        progress.accept(forecasts.size() + " forecasts made, sha256 " + hash + "; now measuring");
        List<List<EpochProcess.Seen>> seen = new ArrayList<>();
        forecasts.forEach(forecast -> seen.add(new ArrayList<>()));
        for (int round = 0; round < processes; round++) { // far apart in time: neighbours come and go
            for (int i = 0; i < forecasts.size(); i++) {
                Forecast forecast = forecasts.get(i);
                seen.get(i).add(EpochProcess.of(forecast.threads(), forecast.rows(), forecast.net()));
            }
            progress.accept("  measured in " + (round + 1) + " of " + processes + " processes each");
        }
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < forecasts.size(); i++) {
            Outcome outcome = BlindOutcomes.outcome(host.calibration(), forecasts.get(i), seen.get(i));
            outcomes.add(outcome);
            progress.accept(String.format(
                    "  %-42s %d threads: forecast %.4f s, measured %.4f s, %+.1f%%; alone %.4f s, measured %s",
                    outcome.net(),
                    outcome.threads(),
                    outcome.forecastSeconds(),
                    outcome.measuredSeconds(),
                    100 * outcome.errorFraction(),
                    outcome.aloneForecastSeconds(),
                    outcome.aloneMeasuredSeconds()
                            .map(measured -> String.format("%.4f s", measured))
                            .orElse("never")));
        }
        return BlindOutcomes.result(host.calibration(), processes, seed, hash, forecasts, outcomes);
    }

    /** So many dense nets, and a third as many convolutional ones. */
    private static List<SampledNet> drawn(int nets, long seed) {
        NetSampler sampler = NetSampler.ofTests(new SplittableRandom(seed));
        List<SampledNet> drawn = new ArrayList<>(sampler.draw(nets));
        drawn.addAll(sampler.drawConvolutional((nets + 2) / 3));
        return drawn;
    }

    private Forecast forecast(SampledNet net, int threads) {
        double whole = host.epoch(net.net(), net.batch(), threads, MNIST_ROWS).seconds();
        int steps = (int) (MNIST_ROWS * Math.min(1, LONGEST_EPOCH / whole) / net.batch());
        int rows = whole < LONGEST_EPOCH ? MNIST_ROWS : Math.max(4, steps) * net.batch();
        HostSeconds epoch = host.epoch(net.net(), net.batch(), threads, rows);
        return new Forecast(
                net,
                threads,
                rows,
                epoch.lowSeconds(),
                epoch.seconds(),
                epoch.highSeconds(),
                epoch.low80Seconds(),
                epoch.high80Seconds(),
                epoch.places(),
                host.step(net.net(), net.batch(), threads).places());
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
