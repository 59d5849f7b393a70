package clock2cloud.signal.netlist;

import java.util.Set;

/**
 * The junction diode of SPICE: {@code i = IS (exp(v / (N Vt)) - 1)} behind {@code RS}, breakdown at {@code BV}, depletion
 * and diffusion charge. At 27 C; temperature, noise and high-level injection are left out.
 */
public record DiodeModel(
        double saturationAmperes,
        double seriesOhms,
        double emission,
        double transitSeconds,
        Depletion depletion,
        double breakdownVolts,
        double breakdownAmperes) {
    private static final Set<String> KNOWN = Set.of(
            "level", "is", "js", "rs", "n", "tt", "cjo", "cj0", "cj", "vj", "pb", "m", "mj", "fc", "bv", "ibv", "eg",
            "xti", "kf", "af", "tnom", "nbv");

    static DiodeModel of(ModelCard card) {
        card.only(KNOWN);
        double zeroBias = card.value("cjo", card.value("cj0", card.value("cj", 0)));
        return new DiodeModel(
                card.positive("is", card.value("js", 1e-14)),
                card.notNegative("rs", 0),
                card.positive("n", 1),
                card.notNegative("tt", 0),
                new Depletion(
                        zeroBias,
                        card.value("vj", card.value("pb", 1)),
                        card.value("m", card.value("mj", 0.5)),
                        card.value("fc", 0.5)),
                Math.abs(card.value("bv", Double.POSITIVE_INFINITY)),
                card.positive("ibv", 1e-3));
    }
}
