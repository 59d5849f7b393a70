package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Depletion;
import clock2cloud.signal.netlist.DiodeModel;

/** A diode between two unknowns: junction, depletion charge, diffusion charge. */
final class DiodeDevice implements Device {
    private final int anode;
    private final int cathode;
    private final Stamp stamp;
    private final double[] matrix = new double[4];
    private final double[] right = new double[2];
    private final Junction junction;
    private final Depletion depletion;
    private final double transitSeconds;
    private final boolean charged;
    private final Charge charge = new Charge();
    private double volts;
    private double farads;
    private double coulombs;

    /** Slots: (a,a) (a,c) (c,a) (c,c). */
    DiodeDevice(int anode, int cathode, int[] slots, DiodeModel model, double area) {
        this.anode = anode;
        this.cathode = cathode;
        stamp = new Stamp(new int[] {anode, cathode}, slots);
        double saturation = model.saturationAmperes() * area;
        double breakdown = model.breakdownVolts();
        if (breakdown < Double.POSITIVE_INFINITY) {
            double slope = model.emission() * Junction.THERMAL_VOLTS;
            breakdown -= slope * Math.log(Math.max(1, model.breakdownAmperes() * area / saturation));
        }
        junction = new Junction(saturation, model.emission(), breakdown);
        depletion = model.depletion().withFarads(model.depletion().farads() * area);
        transitSeconds = model.transitSeconds();
        charged = depletion.farads() > 0 || transitSeconds > 0;
    }

    @Override
    public int[] unknowns() {
        return new int[] {anode, cathode};
    }

    @Override
    public boolean restful() {
        return false;
    }

    @Override
    public void start(double[] x) {
        volts = x[anode] - x[cathode];
        evaluate(1e-12);
        charge.start(coulombs);
    }

    @Override
    public void begin(Integrator rule) {
        charge.begin(rule);
    }

    private void evaluate(double gmin) {
        junction.evaluate(volts, gmin);
        if (charged) {
            coulombs = depletion.charge(volts) + transitSeconds * junction.amperes;
            farads = depletion.capacitance(volts) + transitSeconds * junction.siemens;
        }
    }

    @Override
    public void load(double[] x, Stamps stamps) {
        double wanted = x[anode] - x[cathode];
        double limited = junction.limit(wanted, volts);
        stamps.limited |= Math.abs(limited - wanted) > 1e-9;
        volts = limited;
        evaluate(stamps.gmin);
        double g = junction.siemens;
        double i = junction.amperes;
        if (charged && stamps.rule.slope() > 0) {
            g += stamps.rule.slope() * farads;
            i += charge.current(stamps.rule, coulombs);
        }
        matrix[0] = g;
        matrix[1] = -g;
        matrix[2] = -g;
        matrix[3] = g;
        right[0] = g * volts - i;
        right[1] = -right[0];
        stamp.put(matrix, right, stamps);
    }

    @Override
    public void again(Stamps stamps) {
        stamp.again(stamps);
    }

    @Override
    public boolean holds(double[] x) {
        return junction.holds(volts, x[anode] - x[cathode]);
    }

    @Override
    public void accept(double[] x, Integrator rule) {
        if (charged) {
            charge.accept(rule, coulombs + farads * (x[anode] - x[cathode] - volts));
        }
    }
}
