package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Depletion;

/** The junction between the bulk and one end of a MOSFET: diode current, bottom and sidewall charge. */
final class BulkJunction {
    final Junction junction;
    private final Depletion bottom;
    private final Depletion side;
    private final boolean charged;
    private final Charge charge = new Charge();
    private double coulombs;
    private double farads;
    private double volts;
    double amperes;
    double siemens;

    BulkJunction(double saturation, Depletion bottom, Depletion side) {
        junction = new Junction(saturation, 1, Double.POSITIVE_INFINITY);
        this.bottom = bottom;
        this.side = side;
        charged = bottom.farads() + side.farads() > 0;
    }

    boolean charged() {
        return charged;
    }

    private void store(double v) {
        volts = v;
        if (charged) {
            coulombs = bottom.charge(v) + side.charge(v);
            farads = bottom.capacitance(v) + side.capacitance(v);
        }
    }

    void start(double v) {
        store(v);
        charge.start(coulombs);
    }

    void begin(Integrator rule) {
        charge.begin(rule);
    }

    void load(double v, Stamps stamps) {
        junction.evaluate(v, stamps.gmin);
        amperes = junction.amperes;
        siemens = junction.siemens;
        store(v);
        if (charged && stamps.rule.slope() > 0) {
            amperes += charge.current(stamps.rule, coulombs);
            siemens += stamps.rule.slope() * farads;
        }
    }

    /** The step ended at {@code v}, close to the volts of the last load. */
    void accept(double v, Integrator rule) {
        if (charged) {
            charge.accept(rule, coulombs + farads * (v - volts));
        }
    }
}
