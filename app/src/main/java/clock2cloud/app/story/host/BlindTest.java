package clock2cloud.app.story.host;

import clock2cloud.app.table.Json;
import clock2cloud.nn.Epoch;
import clock2cloud.nn.Net;
import clock2cloud.nn.Settings;
import clock2cloud.nn.Trainer;
import clock2cloud.nn.data.TrainTest;
import clock2cloud.nn.kernel.Activation;
import clock2cloud.nn.kernel.FastKernels;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;

/**
 * Forecasts of whole epochs, written and hashed before anything is measured; then the real nets train, and each forecast meets
 * its measurement. None of the nets is in the calibration.
 */
public final class BlindTest {
    private static final int EPOCHS = 3;

    /** One net, not in the calibration's grid. */
    public record Case(String hidden, int batch, int threads) {
        Net net(int inputs) {
            String[] parts = hidden.split("-", -1);
            int[] sizes = new int[parts.length + 2];
            sizes[0] = inputs;
            for (int i = 0; i < parts.length; i++) {
                sizes[i + 1] = Integer.parseInt(parts[i]);
            }
            sizes[sizes.length - 1] = 10;
            return Net.dense(Activation.RELU, sizes);
        }
    }

    /** A forecast of seconds an epoch with its 90% interval. */
    public record Forecast(Case net, double lowSeconds, double forecastSeconds, double highSeconds) {}

    /** A forecast and what became of it. */
    public record Outcome(
            String net,
            int batch,
            int threads,
            double lowSeconds,
            double forecastSeconds,
            double highSeconds,
            double measuredSeconds,
            double errorFraction,
            boolean inside) {}

    /** All outcomes, and the hash of the forecasts that was told before the first measurement. */
    public record Result(
            String processor,
            String forecastSha256,
            double meanErrorFraction,
            double maxErrorFraction,
            double coverageFraction,
            List<Outcome> outcomes) {}

    private BlindTest() {}

    private static List<Case> cases(int threads) {
        List<Case> cases = new ArrayList<>();
        String[] hidden = {
            "30",
            "128",
            "64-64",
            "256",
            "512-512",
            "1024",
            "300-200-100",
            "768-384",
            "90-90-90-90",
            "1200",
            "512",
            "2048"
        };
        int[] batches = {10, 32, 20, 64, 128, 256, 50, 100, 30, 200, 512, 400};
        for (int i = 0; i < hidden.length; i++) {
            cases.add(new Case(hidden[i], batches[i], 1));
            if (threads > 1) {
                cases.add(new Case(hidden[i], batches[i], threads));
            }
        }
        return cases;
    }

    /** Forecasts everything, tells the hash, then measures everything. */
    public static Result run(HostForecast host, TrainTest data, int threads, Consumer<String> progress) {
        List<Forecast> forecasts = new ArrayList<>();
        for (Case one : cases(threads)) {
            HostForecast.Step epoch = host.epoch(
                    one.net(data.train().features()),
                    one.batch(),
                    one.threads(),
                    data.train().rows());
            forecasts.add(new Forecast(one, epoch.lowSeconds(), epoch.seconds(), epoch.highSeconds()));
        }
        String hash = sha256(Json.write(forecasts));
        progress.accept(forecasts.size() + " forecasts made, sha256 " + hash + "; now measuring");
        List<Outcome> outcomes = new ArrayList<>();
        for (Forecast forecast : forecasts) {
            double measured = measure(forecast.net(), data);
            Outcome outcome = new Outcome(
                    forecast.net().hidden(),
                    forecast.net().batch(),
                    forecast.net().threads(),
                    forecast.lowSeconds(),
                    forecast.forecastSeconds(),
                    forecast.highSeconds(),
                    measured,
                    forecast.forecastSeconds() / measured - 1,
                    measured >= forecast.lowSeconds() && measured <= forecast.highSeconds());
            outcomes.add(outcome);
            progress.accept(String.format(
                    "  %-14s batch %3d, %d threads: forecast %.4f s, measured %.4f s, %+.1f%%",
                    outcome.net(),
                    outcome.batch(),
                    outcome.threads(),
                    outcome.forecastSeconds(),
                    measured,
                    100 * outcome.errorFraction()));
        }
        return new Result(
                host.calibration().processor(),
                hash,
                outcomes.stream()
                        .mapToDouble(o -> Math.abs(o.errorFraction()))
                        .average()
                        .orElse(0),
                outcomes.stream()
                        .mapToDouble(o -> Math.abs(o.errorFraction()))
                        .max()
                        .orElse(0),
                outcomes.stream().mapToDouble(o -> o.inside() ? 1 : 0).average().orElse(0),
                outcomes);
    }

    /** The median of a few epochs, after one in which Java compiles. */
    private static double measure(Case one, TrainTest data) {
        List<Epoch> epochs = new ArrayList<>();
        Settings settings = Settings.of(one.batch(), 0.05, 1).withThreads(one.threads());
        try (Trainer trainer = new Trainer(one.net(data.train().features()), settings, FastKernels.here())) {
            trainer.train(data.train(), data.test().first(1000), EPOCHS + 1, System::nanoTime, epochs::add);
        }
        double[] sorted =
                epochs.stream().skip(1).mapToDouble(Epoch::seconds).sorted().toArray();
        return sorted[sorted.length / 2];
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
