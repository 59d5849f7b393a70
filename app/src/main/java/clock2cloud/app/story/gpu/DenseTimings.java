package clock2cloud.app.story.gpu;

import clock2cloud.app.story.Shipped;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Published timings of dense layers on one GPU (Justus et al. 2018), cut by a seed into rows that calibrate and rows that only
 * test. The calibrating rows are spread over the batch sizes, every other one forward only, the update rules in turn: chosen
 * by what was timed, never by the time.
 */
public record DenseTimings(String file, List<DenseTiming> calibration, List<DenseTiming> tests) {
    /** Rows that calibrate; the others only test. */
    public static final int CALIBRATION_ROWS = 100;

    /** The split of every shipped coefficient. */
    public static final long SPLIT_SEED = 2018;

    private static final int LARGEST_BATCH = 64;

    /** A shipped file, such as {@code dense-k80.csv}, as the shipped coefficients see it. */
    public static DenseTimings shipped(String file) {
        return shipped(file, CALIBRATION_ROWS, SPLIT_SEED);
    }

    /** The same with another number of calibrating rows, or another draw of them. */
    public static DenseTimings shipped(String file, int count, long seed) {
        List<DenseTiming> rows = new ArrayList<>(25_000);
        for (String line : Shipped.text("timing/" + file).lines().toList()) {
            if (!line.startsWith("#") && !line.startsWith("batch")) {
                rows.add(row(line.split(",", -1)));
            }
        }
        return split(file, rows, count, seed);
    }

    private static DenseTiming row(String[] cell) {
        return new DenseTiming(
                Integer.parseInt(cell[0]),
                Integer.parseInt(cell[1]),
                Integer.parseInt(cell[2]),
                UpdateRule.of(cell[4]),
                Double.parseDouble(cell[5]) / 1000,
                Double.parseDouble(cell[6]) / 1000);
    }

    private record Stratum(int batch, boolean learns) {}

    private static DenseTimings split(String file, List<DenseTiming> rows, int count, long seed) {
        Map<Stratum, Deque<DenseTiming>> strata = new HashMap<>();
        for (DenseTiming row : shuffled(rows, seed)) {
            strata.computeIfAbsent(new Stratum(row.batch(), row.rule().learns()), key -> new ArrayDeque<>())
                    .add(row);
        }
        List<DenseTiming> calibration = new ArrayList<>();
        UpdateRule[] rules = UpdateRule.values();
        for (int i = 0; i < count; i++) {
            boolean learns = i % 2 == 1;
            Deque<DenseTiming> stratum =
                    strata.getOrDefault(new Stratum(1 + i * LARGEST_BATCH / count, learns), new ArrayDeque<>());
            UpdateRule wanted = learns ? rules[1 + i / 2 % (rules.length - 1)] : UpdateRule.NONE;
            DenseTiming chosen = stratum.stream()
                    .filter(row -> row.rule() == wanted)
                    .findFirst()
                    .orElse(stratum.getFirst());
            stratum.remove(chosen);
            calibration.add(chosen);
        }
        Set<DenseTiming> used = new HashSet<>(calibration);
        return new DenseTimings(
                file,
                List.copyOf(calibration),
                rows.stream().filter(row -> !used.contains(row)).toList());
    }

    private static List<DenseTiming> shuffled(List<DenseTiming> rows, long seed) {
        List<DenseTiming> list = new ArrayList<>(rows);
        RandomGenerator dice = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        for (int i = list.size() - 1; i > 0; i--) {
            int j = dice.nextInt(i + 1);
            DenseTiming swap = list.get(i);
            list.set(i, list.get(j));
            list.set(j, swap);
        }
        return list;
    }
}
