package clock2cloud.slider;

import clock2cloud.app.slider.LadderSlider;
import clock2cloud.app.slider.SpeedupSlider;
import clock2cloud.app.slider.SpotSlider;
import clock2cloud.app.slider.WireSlider;
import org.teavm.jso.JSExport;

/** What the script offers to a page: the same methods as on the JVM, under short names. */
public final class Exports {
    private Exports() {}

    @JSExport
    public static double[] wire(double clockHertz, double ohms, double farads, double thresholdVolts, int message) {
        return WireSlider.run(clockHertz, ohms, farads, thresholdVolts, message);
    }

    @JSExport
    public static double[] speedup(double workers, double serialFraction, double coherencyFraction) {
        return SpeedupSlider.run(workers, serialFraction, coherencyFraction);
    }

    @JSExport
    public static double[] spot(
            double bidDollarsPerHour, double evictionsPerHour, double intervalSeconds, double seed, double runs) {
        return SpotSlider.run(bidDollarsPerHour, evictionsPerHour, intervalSeconds, seed, runs);
    }

    @JSExport
    public static double[] ladder(double[] facts, int hiddenLayers, int width, int batch, int epochs) {
        return LadderSlider.run(facts, hiddenLayers, width, batch, epochs);
    }

    /** Loading the script runs nothing. */
    public static void main(String[] args) {
        // the exports are all
    }
}
