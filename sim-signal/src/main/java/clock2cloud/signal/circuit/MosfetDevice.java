package clock2cloud.signal.circuit;

import clock2cloud.signal.netlist.Depletion;
import clock2cloud.signal.netlist.Element;
import clock2cloud.signal.netlist.MosfetModel;

/**
 * A level-1 MOSFET between four unknowns. Inside, all volts are those of an n-channel device; when the drain falls below
 * the source the two change places.
 */
final class MosfetDevice implements Device {
    private static final int D = 0;
    private static final int G = 1;
    private static final int S = 2;
    private static final int B = 3;
    /** Volts: {@link MosfetLimits} let a shorter move be. */
    private static final double SHORT = 0.4;

    private final int[] nodes;
    private final int polarity;
    private final SquareLaw channel;
    private final BulkJunction sourceBulk;
    private final BulkJunction drainBulk;
    private final boolean gateCharged;
    private final boolean charged;
    private final MeyerCapacitance meyer;
    private final Charge[] gateCharges = {new Charge(), new Charge(), new Charge()};
    private final double[] coulombs = new double[3];
    private final double[] farads = new double[3];
    private final Stamp stamp;
    private final double[] jacobian = new double[16];
    private final double[] into = new double[4];
    private boolean moving;
    private double vgs;
    private double vds;
    private double vbs;

    /** {@code nodes} drain, gate, source, bulk (inner ones); slots row by row. */
    MosfetDevice(int[] nodes, int[] slots, Element.Mosfet card) {
        this.nodes = nodes;
        stamp = new Stamp(nodes, slots);
        MosfetModel model = card.model();
        polarity = model.polarity();
        Element.Geometry at = card.geometry();
        double length = at.length() - 2 * model.lateralDiffusion();
        double width = at.width() * at.multiplier();
        channel = new SquareLaw(model, width, length);
        boolean byArea = model.saturationAmperesPerSquareMetre() > 0 && at.drainArea() > 0 && at.sourceArea() > 0;
        double density = model.saturationAmperesPerSquareMetre() * at.multiplier();
        double whole = model.saturationAmperes() * at.multiplier();
        sourceBulk = new BulkJunction(
                byArea ? density * at.sourceArea() : whole,
                bottom(model, model.sourceBulkFarads(), at.sourceArea(), at.multiplier()),
                side(model, at.sourcePerimeter(), at.multiplier()));
        drainBulk = new BulkJunction(
                byArea ? density * at.drainArea() : whole,
                bottom(model, model.drainBulkFarads(), at.drainArea(), at.multiplier()),
                side(model, at.drainPerimeter(), at.multiplier()));
        meyer = new MeyerCapacitance(model.oxideFaradsPerSquareMetre() * width * length, model.phi());
        gateCharged = model.oxideFaradsPerSquareMetre() > 0;
        charged = gateCharged || sourceBulk.charged() || drainBulk.charged();
    }

    private static Depletion bottom(MosfetModel model, double fixed, double area, double multiplier) {
        double zeroBias = Double.isNaN(fixed) ? model.bottom().farads() * area : fixed;
        return model.bottom().withFarads(zeroBias * multiplier);
    }

    private static Depletion side(MosfetModel model, double perimeter, double multiplier) {
        return model.sidewall().withFarads(model.sidewall().farads() * perimeter * multiplier);
    }

    @Override
    public int[] unknowns() {
        return nodes;
    }

    @Override
    public boolean restful() {
        return !charged;
    }

    @Override
    public void start(double[] x) {
        take(x);
        channel.evaluate(vgs, vds, vbs);
        sourceBulk.start(vbs);
        drainBulk.start(vbs - vds);
        meyer.evaluate(vgs, vgs - vds, vgs - vbs, channel.on, channel.saturationVolts, vds >= 0);
        meyer.keep(vgs, vgs - vds, vgs - vbs);
        for (Charge charge : gateCharges) {
            charge.start(0);
        }
    }

    private void take(double[] x) {
        int p = polarity;
        vgs = p * (x[nodes[G]] - x[nodes[S]]);
        vds = p * (x[nodes[D]] - x[nodes[S]]);
        vbs = p * (x[nodes[B]] - x[nodes[S]]);
    }

    @Override
    public void begin(Integrator rule) {
        if (charged) {
            sourceBulk.begin(rule);
            drainBulk.begin(rule);
            for (Charge charge : gateCharges) {
                charge.begin(rule);
            }
        }
    }

    @Override
    public void load(double[] x, Stamps stamps) {
        double oldGs = vgs;
        double oldDs = vds;
        double oldBs = vbs;
        take(x);
        moving = stamps.rule.slope() > 0;
        stamps.limited |= limit(oldGs, oldDs, oldBs);
        channel();
        sourceBulk.load(vbs, stamps);
        branch(B, S, sourceBulk.amperes, sourceBulk.siemens);
        drainBulk.load(vbs - vds, stamps);
        branch(B, D, drainBulk.amperes, drainBulk.siemens);
        if (gateCharged && moving) {
            gate(stamps.rule);
        }
        put(stamps);
    }

    private void gate(Integrator rule) {
        meyer.evaluate(vgs, vgs - vds, vgs - vbs, channel.on, channel.saturationVolts, vds >= 0);
        for (int k = 0; k < 3; k++) {
            coulombs[k] = gateCharges[k].coulombs() + meyer.moved(k);
            farads[k] = meyer.mean(k);
            int other = k == 0 ? S : k == 1 ? D : B;
            branch(G, other, gateCharges[k].current(rule, coulombs[k]), rule.slope() * farads[k]);
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
        channel.evaluate(vgs, vds, vbs);
        int d = vds >= 0 ? D : S;
        int s = vds >= 0 ? S : D;
        into[d] = channel.amperes;
        into[s] = -channel.amperes;
        into[G] = 0;
        into[B] = 0;
        double sum = channel.gm + channel.gds + channel.gmbs;
        jacobian[4 * d + d] = channel.gds;
        jacobian[4 * d + G] = channel.gm;
        jacobian[4 * d + B] = channel.gmbs;
        jacobian[4 * d + s] = -sum;
        jacobian[4 * s + d] = -channel.gds;
        jacobian[4 * s + G] = -channel.gm;
        jacobian[4 * s + B] = -channel.gmbs;
        jacobian[4 * s + s] = sum;
        for (int c = 0; c < 4; c++) {
            jacobian[4 * G + c] = 0;
            jacobian[4 * B + c] = 0;
        }
    }

    private boolean limit(double oldGs, double oldDs, double oldBs) {
        if (Math.abs(vgs - oldGs) < SHORT
                && Math.abs(vds - oldDs) < SHORT
                && sourceBulk.junction.free(vbs)
                && drainBulk.junction.free(vbs - vds)) {
            return false;
        }
        double wantedGs = vgs;
        double wantedDs = vds;
        double wantedBs = vbs;
        if (oldDs >= 0) {
            double vgd = vgs - vds;
            vgs = MosfetLimits.gate(vgs, oldGs, channel.on);
            vds = MosfetLimits.drain(vgs - vgd, oldDs);
        } else {
            double vgd = MosfetLimits.gate(vgs - vds, oldGs - oldDs, channel.on);
            vds = -MosfetLimits.drain(-(vgs - vgd), -oldDs);
            vgs = vgd + vds;
        }
        if (vds >= 0) {
            vbs = sourceBulk.junction.limit(vbs, oldBs);
        } else {
            vbs = drainBulk.junction.limit(vbs - vds, oldBs - oldDs) + vds;
        }
        return Math.abs(vgs - wantedGs) + Math.abs(vds - wantedDs) + Math.abs(vbs - wantedBs) > 1e-9;
    }

    private void put(Stamps stamps) {
        for (int r = 0; r < 4; r++) {
            int row = 4 * r;
            into[r] =
                    polarity * (jacobian[row + D] * vds + jacobian[row + G] * vgs + jacobian[row + B] * vbs - into[r]);
        }
        stamp.put(jacobian, into, stamps);
    }

    @Override
    public void again(Stamps stamps) {
        stamp.again(stamps);
    }

    @Override
    public boolean holds(double[] x) {
        return true;
    }

    @Override
    public void accept(double[] x, Integrator rule) {
        if (!charged) {
            return;
        }
        double oldGs = vgs;
        double oldDs = vds;
        double oldBs = vbs;
        take(x);
        sourceBulk.accept(vbs, rule);
        drainBulk.accept(vbs - vds, rule);
        if (gateCharged) {
            gateCharges[0].accept(rule, coulombs[0] + farads[0] * (vgs - oldGs));
            gateCharges[1].accept(rule, coulombs[1] + farads[1] * (vgs - vds - oldGs + oldDs));
            gateCharges[2].accept(rule, coulombs[2] + farads[2] * (vgs - vbs - oldGs + oldBs));
            channel.evaluate(vgs, vds, vbs);
            meyer.evaluate(vgs, vgs - vds, vgs - vbs, channel.on, channel.saturationVolts, vds >= 0);
            meyer.keep(vgs, vgs - vds, vgs - vbs);
        }
    }
}
