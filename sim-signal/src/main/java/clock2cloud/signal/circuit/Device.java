package clock2cloud.signal.circuit;

/** A nonlinear element: stamps its straight-line replacement at each iterate. Ground is the last entry of {@code x}. */
interface Device {
    /** Where iterates are stamped. */
    final class Stamp {
        double[] matrix = new double[0];
        double[] right = new double[0];
        Integrator rule = Integrator.STEADY;
        double gmin = 1e-12;
        boolean limited;
    }

    /** Charges as they are at {@code x}, without current. */
    void start(double[] x);

    /** A new step begins under this rule. */
    void begin(Integrator rule);

    /** Adds the replacement around {@code x}; sets {@code limited} when the junction could not follow {@code x}. */
    void load(double[] x, Stamp stamp);

    /** The step ended at {@code x}. */
    void accept(double[] x, Integrator rule);
}
