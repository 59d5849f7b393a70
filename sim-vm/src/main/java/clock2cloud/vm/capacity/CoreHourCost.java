package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.atLeastOne;
import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * What a useful core-hour costs its owner: purchase over life, power with the building's overhead, and people, over the
 * core-hours that guests really compute.
 *
 * @param purchaseDollars price of a server
 * @param lifeYears until it is written off
 * @param idleWatts power doing nothing
 * @param busyWatts power with all cores busy
 * @param buildingRatio power usage effectiveness, at least 1
 * @param dollarsPerKilowattHour price of electricity
 * @param careDollarsPerYear people and space
 * @param cores cores of the server
 * @param lostFraction what the hypervisor keeps
 */
public record CoreHourCost(
        double purchaseDollars,
        double lifeYears,
        double idleWatts,
        double busyWatts,
        double buildingRatio,
        double dollarsPerKilowattHour,
        double careDollarsPerYear,
        int cores,
        double lostFraction) {
    private static final double HOURS_PER_YEAR = 8766;

    public CoreHourCost {
        notNegative(purchaseDollars, "cost: purchase", "dollars");
        positive(lifeYears, "cost: life", "years");
        notNegative(idleWatts, "cost: idle power", "W");
        require(busyWatts >= idleWatts, "cost: a busy server cannot use less power than an idle one");
        require(buildingRatio >= 1, "cost: the building's power ratio must be at least 1");
        notNegative(dollarsPerKilowattHour, "cost: electricity", "dollars/kWh");
        notNegative(careDollarsPerYear, "cost: care", "dollars/year");
        atLeastOne(cores, "cost: cores");
        fraction(lostFraction, "cost: hypervisor");
    }

    /** Cost of the server for an hour at this utilisation. */
    public double dollarsPerServerHour(double utilisationFraction) {
        fraction(utilisationFraction, "cost: utilisation");
        double watts = idleWatts + (busyWatts - idleWatts) * utilisationFraction;
        double power = watts / 1000 * buildingRatio * dollarsPerKilowattHour;
        return (purchaseDollars / lifeYears + careDollarsPerYear) / HOURS_PER_YEAR + power;
    }

    /** Cost of an hour of one core that a guest really uses. */
    public double dollarsPerUsefulCoreHour(double utilisationFraction) {
        require(utilisationFraction > 0, "cost: an idle server has no useful core-hours");
        double useful = cores * utilisationFraction * (1 - lostFraction);
        return dollarsPerServerHour(utilisationFraction) / useful;
    }
}
