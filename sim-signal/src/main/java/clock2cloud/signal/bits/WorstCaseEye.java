package clock2cloud.signal.bits;

/**
 * The eye that the worst pattern leaves open: the main cursor less all that the other bits can take,
 * {@code h_0 - sum |h_k|}.
 *
 * <p>For an RC wire at the end of the bit it is {@code V (1 - 2 exp(-T / RC))}. Peak distortion analysis: Lucky, Salz and
 * Weldon, <i>Principles of Data Communication</i> (1968), chapter 4. Negative: closed, and the error depends on the
 * pattern. {@code lowestOneVolts} and {@code highestZeroVolts} are the rails of the eye.
 */
public record WorstCaseEye(double samplePhase, double lowestOneVolts, double highestZeroVolts) {

    public static WorstCaseEye of(Link link) {
        return of(
                link,
                link.receiver().samplePhase(),
                Taps.memory(link.wire(), link.driver().bitSeconds()));
    }

    static WorstCaseEye of(Link link, double phase, int memory) {
        Taps taps = Taps.at(link, phase, memory);
        double low = link.driver().lowVolts();
        return new WorstCaseEye(
                phase, low + taps.cursor() + taps.lowestInterference(), low + taps.highestInterference());
    }

    /** The phase, of {@code steps} a bit over the bits that the wire needs to arrive, where the eye is tallest. */
    public static WorstCaseEye best(Link link, int steps) {
        int memory = Taps.memory(link.wire(), link.driver().bitSeconds());
        WorstCaseEye best = of(link, 1.0 / steps, memory);
        for (int i = 2; i <= (memory + 1) * steps && i < 64 * steps; i++) {
            WorstCaseEye eye = of(link, (double) i / steps, memory);
            if (eye.openingVolts() > best.openingVolts() + 1e-12) {
                best = eye;
            }
        }
        return best;
    }

    public double openingVolts() {
        return lowestOneVolts - highestZeroVolts;
    }

    /** How far the nearer rail is from being misread. */
    public double marginVolts(Receiver receiver) {
        return Math.min(lowestOneVolts - receiver.highVolts(), receiver.lowVolts() - highestZeroVolts);
    }
}
