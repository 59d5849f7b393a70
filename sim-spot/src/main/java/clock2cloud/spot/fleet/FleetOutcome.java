package clock2cloud.spot.fleet;

/**
 * What a fleet came to.
 *
 * @param workingFraction instance-time past the restart, over the target times the time
 * @param fullFraction share of the time with the whole target running
 * @param emptyFraction share of the time with nothing running
 * @param launched instances started, the first ones too
 * @param lost instances taken away
 * @param lostAtOnce the most instances taken away at one moment
 * @param costDollars the price of the moment, paid for every second that an instance runs
 * @param dollarsPerWorkingHour cost over the hours worked; 0 when none was
 */
public record FleetOutcome(
        double workingFraction,
        double fullFraction,
        double emptyFraction,
        int launched,
        int lost,
        int lostAtOnce,
        double costDollars,
        double dollarsPerWorkingHour) {}
