package clock2cloud.app.slider;

import clock2cloud.signal.bits.Driver;
import clock2cloud.signal.bits.Link;
import clock2cloud.signal.bits.Message;
import clock2cloud.signal.bits.Receiver;
import clock2cloud.signal.bits.WorstCaseEye;
import clock2cloud.signal.wire.LumpedRc;
import java.util.List;

/** A message over a wire: clock, resistance, capacitance and threshold in; received bits, voltages and eye out. */
public final class WireSlider {
    public static final int BITS = 8;
    /** Points of the wave in each bit. */
    public static final int POINTS = 24;

    private static final double VOLTS = 5;

    private WireSlider() {}

    /**
     * @param message eight bits, the first one sent in bit 7
     * @return eight read bits, eight voltages at the moments of reading, the worst-case eye in volts, the highest clock for
     *     any message in hertz, then the wave at the far end in {@code BITS * POINTS + 1} points
     */
    public static double[] run(double clockHertz, double ohms, double farads, double thresholdVolts, int message) {
        StringBuilder bits = new StringBuilder();
        for (int i = BITS - 1; i >= 0; i--) {
            bits.append((message >> i & 1) == 1 ? '1' : '0');
        }
        Message sent = Message.of(bits.toString());
        Link link = new Link(
                Driver.of(VOLTS, clockHertz),
                LumpedRc.ofTimeConstant(ohms * farads),
                Receiver.atEndOfBit(thresholdVolts));
        double[] out = new double[2 * BITS + 2 + BITS * POINTS + 1];
        List<Link.Sample> samples = link.receive(sent).samples();
        for (int i = 0; i < BITS; i++) {
            out[i] = samples.get(i).received() ? 1 : 0;
            out[BITS + i] = samples.get(i).volts();
        }
        out[2 * BITS] = WorstCaseEye.of(link).openingVolts();
        out[2 * BITS + 1] = fastestHertz(ohms * farads, thresholdVolts);
        for (int i = 0; i <= BITS * POINTS; i++) {
            out[2 * BITS + 2 + i] = link.voltsAt(sent, i / (POINTS * clockHertz));
        }
        return out;
    }

    /**
     * The highest clock at which the worst message is still read. What an RC wire keeps of a bit is a = exp(-T / RC); a lone 1
     * comes to V (1 - a) and a lone 0 leaves V a, so a may be as large as the threshold's distance from the nearer rail, over V.
     * {@link clock2cloud.signal.bits.FastestClock} finds the same by bisection, for any wire and any noise.
     */
    private static double fastestHertz(double timeConstantSeconds, double thresholdVolts) {
        double kept = Math.min(thresholdVolts, VOLTS - thresholdVolts) / VOLTS;
        return -1 / (timeConstantSeconds * Math.log(kept));
    }
}
