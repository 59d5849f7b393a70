package clock2cloud.app.nn;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.table.CsvLine;
import clock2cloud.app.table.Unit;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

/** Square products of ours and of other programs, timed side by side once and kept: a peer's library is not at hand where this runs. */
final class StoredProducts {
    private static final String FILE = "products.csv";
    private static final String OURS = "clock2cloud";
    private static final int LARGE = 512;

    private final List<Speed> speeds;

    private StoredProducts(List<Speed> speeds) {
        this.speeds = speeds;
    }

    /** One program at one size. */
    private record Speed(String program, double size, double flopsPerSecond) {
        static Speed of(String line) {
            List<String> cells = CsvLine.cells(line);
            return new Speed(cells.get(0), Double.parseDouble(cells.get(1)), 1e9 * Double.parseDouble(cells.get(2)));
        }
    }

    static StoredProducts shipped() {
        try (InputStream in = Objects.requireNonNull(StoredProducts.class.getResourceAsStream(FILE), FILE)) {
            return new StoredProducts(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(Speed::of)
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** GFLOP/s by size, ours beside the peers, under the peak of the same run. */
    Figure figure(long seed) {
        double peak = of("peak").mapToDouble(Speed::flopsPerSecond).max().orElseThrow();
        Figure figure = Figure.of("matrix-product-peers")
                .title(String.format(
                        Locale.ROOT,
                        "Large squares in Java reach %.0f%% of the peak, OpenBLAS %.0f%%, oneDNN %.0f%%",
                        100 * large(OURS) / peak,
                        100 * large("OpenBLAS 0.3.21") / peak,
                        100 * large("oneDNN 2.6") / peak))
                .subtitle(
                        "one thread of an AMD EPYC (Zen 5, AVX-512), JDK 17, 26 November 2026; medians; large is 512 to 2,048")
                .xLog("size", "")
                .yLog("speed", "")
                .yHuman(Unit.FLOPS_PER_SECOND);
        programs().forEach(program -> figure.line(program, xs(program), ys(program)));
        return figure.rule("multiply-adds in registers", peak)
                .source("ROUNDS=2 bench/nn/run.sh sizes 1")
                .command("./c2c figures --only matrix-product-peers --out figures")
                .seed(seed);
    }

    /** All but the peak. */
    List<String> programs() {
        return speeds.stream()
                .map(Speed::program)
                .filter(program -> !program.equals("peak"))
                .distinct()
                .toList();
    }

    private double[] xs(String program) {
        return of(program).mapToDouble(Speed::size).toArray();
    }

    private double[] ys(String program) {
        return of(program).mapToDouble(Speed::flopsPerSecond).toArray();
    }

    /** The mean of the sizes from 512 on. */
    private double large(String program) {
        return of(program)
                .filter(speed -> speed.size() >= LARGE)
                .mapToDouble(Speed::flopsPerSecond)
                .average()
                .orElseThrow();
    }

    private Stream<Speed> of(String program) {
        return speeds.stream().filter(speed -> speed.program().equals(program));
    }
}
