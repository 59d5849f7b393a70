package clock2cloud.signal.netlist;

import java.util.Set;

/**
 * The level-1 MOSFET (Shichman and Hodges 1968) with the parameters of SPICE 3, at 27 C. Left out: temperature, noise,
 * and levels above 1.
 *
 * @param polarity +1 for NMOS, -1 for PMOS
 * @param oxideFaradsPerSquareMetre 0 without TOX: then there are no Meyer capacitances
 */
public record MosfetModel(
        int polarity,
        double thresholdVolts,
        double transconductance,
        double gamma,
        double phi,
        double lambda,
        double drainOhms,
        double sourceOhms,
        double sheetOhms,
        double lateralDiffusion,
        double saturationAmperes,
        double saturationAmperesPerSquareMetre,
        double oxideFaradsPerSquareMetre,
        double gateSourcePerMetre,
        double gateDrainPerMetre,
        double gateBulkPerMetre,
        double drainBulkFarads,
        double sourceBulkFarads,
        Depletion bottom,
        Depletion sidewall) {
    private static final double VACUUM = 8.854214871e-12;
    private static final double CHARGE = 1.602176634e-19;
    private static final double THERMAL_VOLTS = 1.380649e-23 * 300.15 / CHARGE;

    private static final Set<String> KNOWN = Set.of(
            "level", "vto", "vt0", "kp", "gamma", "phi", "lambda", "rd", "rs", "cbd", "cbs", "is", "pb", "cgso", "cgdo",
            "cgbo", "rsh", "cj", "mj", "cjsw", "mjsw", "js", "tox", "ld", "uo", "u0", "fc", "nsub", "tpg", "nss", "kf",
            "af", "tnom", "nmos", "pmos");

    static MosfetModel of(ModelCard card) {
        if (card.value("level", 1) != 1) {
            throw new IllegalArgumentException(".model " + card.name() + ": level " + (int) card.value("level", 1)
                    + " MOSFETs are not supported; level 1 is");
        }
        card.only(KNOWN);
        int polarity = card.type().equals("nmos") ? 1 : -1;
        double oxide = card.notNegative("tox", 0) > 0 ? 3.9 * VACUUM / card.value("tox", 0) : 0;
        double mobility = card.value("uo", card.value("u0", 600)) * 1e-4;
        double doping = card.value("nsub", 0) * 1e6;
        boolean doped = oxide > 0 && doping > 1.45e16;
        double phi = card.positive("phi", doped ? Math.max(0.1, 2 * THERMAL_VOLTS * Math.log(doping / 1.45e16)) : 0.6);
        double gamma = card.notNegative("gamma", doped ? Math.sqrt(2 * 11.70 * VACUUM * CHARGE * doping) / oxide : 0);
        double threshold =
                card.value("vto", card.value("vt0", doped ? threshold(card, polarity, phi, gamma, oxide) : 0));
        Depletion bottom = new Depletion(
                card.notNegative("cj", 0), card.value("pb", 0.8), card.value("mj", 0.5), card.value("fc", 0.5));
        return new MosfetModel(
                polarity,
                threshold,
                card.positive("kp", oxide > 0 ? mobility * oxide : 2e-5),
                gamma,
                phi,
                card.notNegative("lambda", 0),
                card.notNegative("rd", 0),
                card.notNegative("rs", 0),
                card.notNegative("rsh", 0),
                card.value("ld", 0),
                card.notNegative("is", 1e-14),
                card.notNegative("js", 0),
                oxide,
                card.notNegative("cgso", 0),
                card.notNegative("cgdo", 0),
                card.notNegative("cgbo", 0),
                card.has("cbd") ? card.notNegative("cbd", 0) : Double.NaN,
                card.has("cbs") ? card.notNegative("cbs", 0) : Double.NaN,
                bottom,
                new Depletion(
                        card.notNegative("cjsw", 0),
                        bottom.junctionVolts(),
                        card.value("mjsw", 0.5),
                        bottom.forwardFraction()));
    }

    private static double threshold(ModelCard card, int polarity, double phi, double gamma, double oxide) {
        double gap = 1.16 - 7.02e-4 * 300.15 * 300.15 / (300.15 + 1108);
        double fermi = polarity * 0.5 * phi;
        double gate = card.value("tpg", 1) * polarity;
        double work = gate == 0 ? 3.2 : 3.25 + 0.5 * gap - gate * 0.5 * gap;
        double flat = work - (3.25 + 0.5 * gap + fermi) - card.value("nss", 0) * 1e4 * CHARGE / oxide;
        return flat + polarity * (gamma * Math.sqrt(phi) + phi);
    }
}
