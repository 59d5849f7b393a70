package clock2cloud.signal.circuit;

/** How far one iterate may move a MOSFET (Nagel 1975, as in SPICE 3: {@code fetlim} and {@code limvds}). */
final class MosfetLimits {
    private MosfetLimits() {}

    static double gate(double wanted, double old, double on) {
        double down = Math.abs(2 * (old - on)) + 2;
        double up = down / 2 + 2;
        double change = wanted - old;
        if (old < on) {
            if (change <= 0) {
                return Math.max(wanted, old - down);
            }
            return wanted <= on + 0.5 ? Math.min(wanted, old + up) : on + 0.5;
        }
        if (old >= on + 3.5) {
            if (change <= 0) {
                return wanted >= on + 3.5 ? Math.max(wanted, old - down) : Math.max(wanted, on + 2);
            }
            return Math.min(wanted, old + up);
        }
        return change <= 0 ? Math.max(wanted, on - 0.5) : Math.min(wanted, on + 4);
    }

    static double drain(double wanted, double old) {
        if (old >= 3.5) {
            return wanted > old ? Math.min(wanted, 3 * old + 2) : wanted < 3.5 ? Math.max(wanted, 2) : wanted;
        }
        return wanted > old ? Math.min(wanted, 4) : Math.max(wanted, -0.5);
    }
}
