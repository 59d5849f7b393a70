package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.require;

import java.util.List;

/**
 * Power of a host as the SPECpower benchmark measures it, at utilisations of 0, 10, … 100%, on a straight line between two of
 * them. Leaves out that the same utilisation costs more in bursts.
 *
 * @param watts eleven of them
 */
public record MeasuredPower(List<Double> watts) {
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

    public double watts(double utilizationFraction) {
        require(
                utilizationFraction >= 0 && utilizationFraction <= 1,
                () -> "measured power: utilisation = " + utilizationFraction + " must be in [0, 1]");
        int below = (int) Math.min(9, Math.floor(utilizationFraction * 10 + 1e-12));
        double rest = utilizationFraction * 10 - below;
        return watts.get(below) + rest * (watts.get(below + 1) - watts.get(below));
    }

    /** A host whose power rises evenly from idle to full load. */
    public static MeasuredPower linear(double idleWatts, double fullWatts) {
        return new MeasuredPower(java.util.stream.IntStream.rangeClosed(0, 10)
                .mapToObj(i -> idleWatts + (fullWatts - idleWatts) * i / 10)
                .toList());
    }
}
