package clock2cloud.app.vm.kernel;

import java.io.IOException;
import java.util.Arrays;
import java.util.function.Consumer;

/** A stretch of time in which hardly anything but what is measured runs. */
final class QuietWindow {
    private static final double QUIET_CORES = 0.05;
    private final Consumer<String> progress;

    QuietWindow(Consumer<String> progress) {
        this.progress = progress;
    }

    /**
     * Cores used by each over a window, after a moment to settle. Where other processes take part of the machine the
     * window is tried up to three times, and the quietest is taken.
     */
    double[] used(double window, BusyProcess... busy) throws IOException {
        double[] best = {};
        double least = Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < 3 && least > QUIET_CORES; attempt++) {
            pause(0.3);
            double[] used = new double[busy.length];
            double others = -MachineTime.machineSeconds();
            long start = System.nanoTime();
            for (int i = 0; i < busy.length; i++) {
                used[i] = -busy[i].cpuSeconds();
            }
            pause(window);
            double wall = (System.nanoTime() - start) / 1e9;
            for (int i = 0; i < busy.length; i++) {
                used[i] = (used[i] + busy[i].cpuSeconds()) / wall;
            }
            others = (others + MachineTime.machineSeconds()) / wall
                    - Arrays.stream(used).sum();
            if (others < least) {
                least = others;
                best = used;
            }
        }
        if (least > QUIET_CORES) {
            progress.accept(String.format(
                    java.util.Locale.ROOT, "note: other processes used %.2f cores during the next line", least));
        }
        return best;
    }

    private static void pause(double seconds) throws IOException {
        try {
            Thread.sleep(Math.round(seconds * 1000));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }
}
