package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Depletion;
import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.MosfetModel;
import java.util.Arrays;

/**
 * A level-1 MOSFET between four unknowns. Inside, all volts are those of an n-channel device; when the drain falls below
 * the source the two change places.
 */
final class MosfetDevice implements Device {
    private static final int D = 0;
    private static final int G = 1;
    private static final int S = 2;
    private static final int B = 3;
    private static final double QUIET_VOLTS = 2e-5;

    private final int[] nodes;
    private final int[] slots;
    private final MosfetModel model;
    private final double beta;
    private final double builtIn;
    private final Junction sourceJunction;
    private final Junction drainJunction;
    private final Depletion[] depletions;
    private final boolean bulkCharged;
    private final boolean gateCharged;
    private final MeyerCapacitance meyer;
    private final Charge[] charges = {new Charge(), new Charge(), new Charge(), new Charge(), new Charge()};
    private final double[] coulombs = new double[5];
    private final double[] farads = new double[5];
    private final double[] jacobian = new double[16];
    private final double[] into = new double[4];
    private boolean loaded;
    private double vgs;
    private double vds;
    private double vbs;
    private double on;
    private double saturationVolts;

    /** {@code nodes} drain, gate, source, bulk (inner ones); slots row by row. */
    MosfetDevice(int[] nodes, int[] slots, Element.Mosfet card) {
        this.nodes = nodes;
        this.slots = slots;
        model = card.model();
        Element.Geometry at = card.geometry();
        double length = at.length() - 2 * model.lateralDiffusion();
        double width = at.width() * at.multiplier();
        beta = model.transconductance() * width / length;
        builtIn = model.polarity() * model.thresholdVolts() - model.gamma() * Math.sqrt(model.phi());
        boolean byArea = model.saturationAmperesPerSquareMetre() > 0 && at.drainArea() > 0 && at.sourceArea() > 0;
        double density = model.saturationAmperesPerSquareMetre() * at.multiplier();
        double whole = model.saturationAmperes() * at.multiplier();
        sourceJunction = new Junction(byArea ? density * at.sourceArea() : whole, 1, Double.POSITIVE_INFINITY);
        drainJunction = new Junction(byArea ? density * at.drainArea() : whole, 1, Double.POSITIVE_INFINITY);
        depletions = new Depletion[] {
            bottom(model.sourceBulkFarads(), at.sourceArea(), at.multiplier()),
            side(at.sourcePerimeter(), at.multiplier()),
            bottom(model.drainBulkFarads(), at.drainArea(), at.multiplier()),
            side(at.drainPerimeter(), at.multiplier())
        };
        double total = 0;
        for (Depletion depletion : depletions) {
            total += depletion.farads();
        }
        bulkCharged = total > 0;
        meyer = new MeyerCapacitance(model.oxideFaradsPerSquareMetre() * width * length, model.phi());
        gateCharged = model.oxideFaradsPerSquareMetre() > 0;
    }

    private Depletion bottom(double fixed, double area, double multiplier) {
        double zeroBias = Double.isNaN(fixed) ? model.bottom().farads() * area : fixed;
        return model.bottom().withFarads(zeroBias * multiplier);
    }

    private Depletion side(double perimeter, double multiplier) {
        return model.sidewall().withFarads(model.sidewall().farads() * perimeter * multiplier);
    }

    @Override
    public void start(double[] x) {
        take(x);
        drainCurrent();
        bulk();
        meyer.evaluate(vgs, vgs - vds, vgs - vbs, on, saturationVolts, vds >= 0);
        meyer.keep(vgs, vgs - vds, vgs - vbs);
        for (int k = 0; k < 2; k++) {
            charges[k].start(coulombs[k]);
        }
        for (int k = 2; k < 5; k++) {
            charges[k].start(0);
        }
    }

    private void take(double[] x) {
        int p = model.polarity();
        vgs = p * (x[nodes[G]] - x[nodes[S]]);
        vds = p * (x[nodes[D]] - x[nodes[S]]);
        vbs = p * (x[nodes[B]] - x[nodes[S]]);
    }

    @Override
    public void begin(Integrator rule) {
        if (!bulkCharged && !gateCharged) {
            return;
        }
        for (Charge charge : charges) {
            charge.begin(rule);
        }
    }

    @Override
    public void load(double[] x, Stamp stamp) {
        double oldGs = vgs;
        double oldDs = vds;
        double oldBs = vbs;
        take(x);
        if (quiet(stamp, oldGs, oldDs, oldBs)) {
            vgs = oldGs;
            vds = oldDs;
            vbs = oldBs;
            add(stamp);
            return;
        }
        stamp.limited |= limit(oldGs, oldDs, oldBs);
        Arrays.fill(jacobian, 0);
        Arrays.fill(into, 0);
        channel();
        bulk();
        branch(B, S, sourceCurrent(stamp, sourceJunction, vbs, 0), conductance(stamp, sourceJunction, 0));
        branch(B, D, sourceCurrent(stamp, drainJunction, vbs - vds, 1), conductance(stamp, drainJunction, 1));
        if (gateCharged && stamp.rule.slope() > 0) {
            gate(stamp);
        }
        flush(stamp);
    }

    /** Without charges, a move this small changes nothing that the last straight line does not already say. */
    private boolean quiet(Stamp stamp, double oldGs, double oldDs, double oldBs) {
        return !bulkCharged
                && !gateCharged
                && stamp.rule.slope() > 0
                && loaded
                && Math.abs(vgs - oldGs) < QUIET_VOLTS
                && Math.abs(vds - oldDs) < QUIET_VOLTS
                && Math.abs(vbs - oldBs) < QUIET_VOLTS;
    }

    private double sourceCurrent(Stamp stamp, Junction junction, double volts, int charge) {
        junction.evaluate(volts, stamp.gmin);
        boolean moving = bulkCharged && stamp.rule.slope() > 0;
        return junction.amperes + (moving ? charges[charge].current(stamp.rule, coulombs[charge]) : 0);
    }

    private double conductance(Stamp stamp, Junction junction, int charge) {
        return junction.siemens + (bulkCharged ? stamp.rule.slope() * farads[charge] : 0);
    }

    private void bulk() {
        if (!bulkCharged) {
            return;
        }
        double vbd = vbs - vds;
        coulombs[0] = depletions[0].charge(vbs) + depletions[1].charge(vbs);
        farads[0] = depletions[0].capacitance(vbs) + depletions[1].capacitance(vbs);
        coulombs[1] = depletions[2].charge(vbd) + depletions[3].charge(vbd);
        farads[1] = depletions[2].capacitance(vbd) + depletions[3].capacitance(vbd);
    }

    private void gate(Stamp stamp) {
        meyer.evaluate(vgs, vgs - vds, vgs - vbs, on, saturationVolts, vds >= 0);
        int[] other = {S, D, B};
        for (int k = 0; k < 3; k++) {
            coulombs[k + 2] = charges[k + 2].coulombs() + meyer.moved(k);
            farads[k + 2] = meyer.mean(k);
            branch(
                    G,
                    other[k],
                    charges[k + 2].current(stamp.rule, coulombs[k + 2]),
                    stamp.rule.slope() * farads[k + 2]);
        }
    }

    /** A two-terminal piece: amperes from {@code a} to {@code b}, and its conductance. */
    private void branch(int a, int b, double amperes, double siemens) {
        into[a] += amperes;
        into[b] -= amperes;
        jacobian[5 * a] += siemens;
        jacobian[5 * b] += siemens;
        jacobian[4 * a + b] -= siemens;
        jacobian[4 * b + a] -= siemens;
    }

    private void channel() {
        drainCurrent();
        int d = vds >= 0 ? D : S;
        int s = vds >= 0 ? S : D;
        into[d] += current;
        into[s] -= current;
        double sum = gm + gds + gmbs;
        jacobian[4 * d + d] += gds;
        jacobian[4 * d + G] += gm;
        jacobian[4 * d + B] += gmbs;
        jacobian[4 * d + s] -= sum;
        jacobian[4 * s + d] -= gds;
        jacobian[4 * s + G] -= gm;
        jacobian[4 * s + B] -= gmbs;
        jacobian[4 * s + s] += sum;
    }

    private double current;
    private double gm;
    private double gds;
    private double gmbs;

    /** Shichman and Hodges, seen from whichever end is the source now. */
    private void drainCurrent() {
        boolean forward = vds >= 0;
        double gate = forward ? vgs : vgs - vds;
        double back = forward ? vbs : vbs - vds;
        double drain = Math.abs(vds);
        double root = Math.sqrt(model.phi());
        double body = back <= 0 ? Math.sqrt(model.phi() - back) : Math.max(0, root - back / (2 * root));
        on = builtIn + model.gamma() * body;
        double over = gate - on;
        saturationVolts = Math.max(over, 0);
        double back1 = body <= 0 ? 0 : model.gamma() / (2 * body);
        double lambda = model.lambda();
        if (over <= 0) {
            current = 0;
            gm = 0;
            gds = 0;
        } else if (over <= drain) {
            double b = beta * (1 + lambda * drain);
            current = b * over * over / 2;
            gm = b * over;
            gds = lambda * beta * over * over / 2;
        } else {
            double b = beta * (1 + lambda * drain);
            double middle = drain * (over - drain / 2);
            current = b * middle;
            gm = b * drain;
            gds = b * (over - drain) + lambda * beta * middle;
        }
        gmbs = gm * back1;
    }

    private boolean limit(double oldGs, double oldDs, double oldBs) {
        double wantedGs = vgs;
        double wantedDs = vds;
        double wantedBs = vbs;
        if (oldDs >= 0) {
            double vgd = vgs - vds;
            vgs = MosfetLimits.gate(vgs, oldGs, on);
            vds = MosfetLimits.drain(vgs - vgd, oldDs);
        } else {
            double vgd = MosfetLimits.gate(vgs - vds, oldGs - oldDs, on);
            vds = -MosfetLimits.drain(-(vgs - vgd), -oldDs);
            vgs = vgd + vds;
        }
        if (vds >= 0) {
            vbs = sourceJunction.limit(vbs, oldBs);
        } else {
            vbs = drainJunction.limit(vbs - vds, oldBs - oldDs) + vds;
        }
        return Math.abs(vgs - wantedGs) + Math.abs(vds - wantedDs) + Math.abs(vbs - wantedBs) > 1e-9;
    }

    private void flush(Stamp stamp) {
        int p = model.polarity();
        for (int r = 0; r < 4; r++) {
            int row = 4 * r;
            into[r] = p * (jacobian[row + D] * vds + jacobian[row + G] * vgs + jacobian[row + B] * vbs - into[r]);
        }
        loaded = stamp.rule.slope() > 0;
        add(stamp);
    }

    private void add(Stamp stamp) {
        double[] matrix = stamp.matrix;
        for (int r = 0; r < 4; r++) {
            if (r == G && !gateCharged) {
                continue;
            }
            int row = 4 * r;
            stamp.right[nodes[r]] += into[r];
            matrix[slots[row]] += jacobian[row];
            matrix[slots[row + 1]] += jacobian[row + 1];
            matrix[slots[row + 2]] += jacobian[row + 2];
            matrix[slots[row + 3]] += jacobian[row + 3];
        }
    }

    @Override
    public void accept(double[] x, Integrator rule) {
        if (!bulkCharged && !gateCharged) {
            return;
        }
        double oldGs = vgs;
        double oldDs = vds;
        double oldBs = vbs;
        take(x);
        if (bulkCharged) {
            charges[0].accept(rule, coulombs[0] + farads[0] * (vbs - oldBs));
            charges[1].accept(rule, coulombs[1] + farads[1] * (vbs - vds - oldBs + oldDs));
        }
        if (gateCharged) {
            charges[2].accept(rule, coulombs[2] + farads[2] * (vgs - oldGs));
            charges[3].accept(rule, coulombs[3] + farads[3] * (vgs - vds - oldGs + oldDs));
            charges[4].accept(rule, coulombs[4] + farads[4] * (vgs - vbs - oldGs + oldBs));
            drainCurrent();
            meyer.evaluate(vgs, vgs - vds, vgs - vbs, on, saturationVolts, vds >= 0);
            meyer.keep(vgs, vgs - vds, vgs - vbs);
        }
    }
}
