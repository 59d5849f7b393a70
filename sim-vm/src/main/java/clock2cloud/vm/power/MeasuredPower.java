package clock2cloud.vm.power;

import static clock2cloud.vm.Domain.require;

import java.util.List;

/**
 * Power of a host as the SPECpower benchmark measures it, at utilisations of 0, 10, … 100%, on a straight line between two of
 * them.
 *
 * @param watts eleven of them
 */
public record MeasuredPower(List<Double> watts) implements PowerCurve {
    /** IBM System x3550 M3, two Xeon X5675 of six cores, as SPECpower_ssj2008 published it. */
    public static final MeasuredPower IBM_X3550_X5675 =
            new MeasuredPower(List.of(58.4, 98.0, 109.0, 118.0, 128.0, 140.0, 153.0, 170.0, 189.0, 205.0, 222.0));

    public MeasuredPower {
        int figures = watts.size();
        watts = List.copyOf(watts);
        require(figures == 11, () -> "measured power: eleven figures are needed, not " + figures);
        for (double w : watts) {
            require(w >= 0 && w < 1e9, () -> "measured power: " + w + " W must be in [0, 1e9)");
        }
    }

    @Override
    public double watts(double utilisationFraction) {
        require(
                utilisationFraction >= 0 && utilisationFraction <= 1,
                () -> "measured power: utilisation = " + utilisationFraction + " must be in [0, 1]");
        int below = (int) Math.min(9, Math.floor(utilisationFraction * 10 + 1e-12));
        double rest = utilisationFraction * 10 - below;
        return watts.get(below) + rest * (watts.get(below + 1) - watts.get(below));
    }
}
