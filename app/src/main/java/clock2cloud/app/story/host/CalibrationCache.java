package clock2cloud.app.story.host;

import clock2cloud.app.table.Json;
import clock2cloud.nn.kernel.FastKernels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** This user's calibrations, one file a fingerprint, in the user's cache folder. */
public final class CalibrationCache {
    /** What one net is timed for in a full calibration. */
    public static final double FULL_SECONDS = 0.2;

    /** The same in a quick one. */
    public static final double QUICK_SECONDS = 0.08;

    private final Path folder;
    private final Consumer<String> progress;

    public CalibrationCache(Path folder, Consumer<String> progress) {
        this.folder = folder;
        this.progress = progress;
    }

    /** The one in the user's cache folder. */
    public static CalibrationCache ofUser(Consumer<String> progress) {
        return new CalibrationCache(ThisMachine.cacheFolder(), progress);
    }

    /** The kept calibration if it fits this machine, these threads and at least this care; else a new one, which is kept. */
    public Calibration get(int threads, double budgetSeconds) {
        Optional<Calibration> kept = kept();
        if (kept.isPresent()
                && kept.get().budgetSeconds() >= budgetSeconds
                && kept.get().threads().contains(threads)) {
            progress.accept("calibration of " + kept.get().day() + " from " + file());
            return kept.get();
        }
        return make(threads, budgetSeconds);
    }

    /** A new calibration on one thread and on {@code threads}, kept for later runs. */
    public Calibration make(int threads, double budgetSeconds) {
        List<Integer> counts = new ArrayList<>(List.of(1));
        if (threads > 1) {
            counts.add(threads);
        }
        Calibrator calibrator = new Calibrator(budgetSeconds, progress);
        Calibration made = calibrator.run(counts);
        if (made.disturbedFraction() > Calibrator.TOO_DISTURBED && budgetSeconds >= FULL_SECONDS) {
            progress.accept(disturbed(made) + ", so it is made once more");
            Calibration again = calibrator.run(counts);
            made = again.disturbedFraction() < made.disturbedFraction() ? again : made;
        }
        if (made.disturbedFraction() > Calibrator.TOO_DISTURBED) {
            progress.accept(
                    disturbed(made) + ": it is used now, but not kept; run c2c calibrate when the machine is idle");
        } else {
            keep(made);
        }
        return made;
    }

    private static String disturbed(Calibration made) {
        return String.format(
                "other programs on this machine took processor time from %.0f%% of the calibration's samples",
                100 * made.disturbedFraction());
    }

    /** How the sentinels have moved since the kept calibration, if it is of this machine. */
    public Optional<String> drift() {
        return kept().flatMap(then ->
                Sentinels.drift(then.sentinels(), new Sentinels(FastKernels.here(), System::nanoTime).time()));
    }

    public Path file() {
        return folder.resolve("calibration-" + ThisMachine.fingerprint() + ".json");
    }

    private Optional<Calibration> kept() {
        if (!Files.isRegularFile(file())) {
            return Optional.empty();
        }
        try {
            return Optional.of(Json.read(file(), Calibration.class));
        } catch (IllegalArgumentException e) {
            progress.accept("the kept calibration is of another version, so it is made anew");
            return Optional.empty();
        }
    }

    private void keep(Calibration made) {
        try {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, "calibration", ".part");
            Files.writeString(part, Json.write(made));
            Files.move(part, file(), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            progress.accept("the calibration could not be kept in " + folder + "; the next run makes its own");
        }
    }
}
