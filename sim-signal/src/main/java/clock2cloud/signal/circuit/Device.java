package clock2cloud.signal.circuit;

/** A nonlinear element: stamps its straight-line replacement at each iterate. Ground is the last entry of {@code x}. */
interface Device {
    /** What it stands between. */
    int[] unknowns();

    /** Whether it has no charges, so that nothing happens in it while its volts stay. */
    boolean restful();

    /** Charges as they are at {@code x}, without current. */
    void start(double[] x);

    /** A new step begins under this rule. */
    void begin(Integrator rule);

    /**
     * Puts the replacement around {@code x} in place of the one before it, or leaves that when it still holds; says so when
     * a junction could not follow {@code x}.
     */
    void load(double[] x, Stamps stamps);

    /** Stamps the present replacement again, into equations that were cleared. */
    void again(Stamps stamps);

    /** Whether the replacement still holds at the answer that it led to. */
    boolean holds(double[] x);

    /** The step ended at {@code x}. */
    void accept(double[] x, Integrator rule);
}
