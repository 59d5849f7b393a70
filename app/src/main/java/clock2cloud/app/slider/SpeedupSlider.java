package clock2cloud.app.slider;

import clock2cloud.cluster.AmdahlSpeedup;
import clock2cloud.cluster.UniversalScalability;

/** More workers: serial part and overhead in, speedups out. */
public final class SpeedupSlider {
    /** Points of each curve, from one worker to the number asked for. */
    public static final int POINTS = 64;

    private SpeedupSlider() {}

    /**
     * @return speedup by Amdahl, speedup by the USL, the number of workers with the highest throughput (0: none) and the
     *     speedup there, then the two curves
     */
    public static double[] run(double workers, double serialFraction, double coherencyFraction) {
        AmdahlSpeedup amdahl = new AmdahlSpeedup(serialFraction);
        UniversalScalability usl = UniversalScalability.of(serialFraction, coherencyFraction);
        double[] out = new double[4 + 2 * POINTS];
        out[0] = amdahl.speedup(workers);
        out[1] = usl.speedup(workers);
        if (coherencyFraction > 0) {
            out[2] = usl.peakWorkers();
            out[3] = usl.speedup(usl.peakWorkers());
        }
        for (int i = 0; i < POINTS; i++) {
            double p = 1 + (workers - 1) * i / (POINTS - 1);
            out[4 + i] = amdahl.speedup(p);
            out[4 + POINTS + i] = usl.speedup(p);
        }
        return out;
    }
}
