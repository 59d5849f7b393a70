package clock2cloud.spot.policy;

/** How a job ended: what it cost, when it was done, and whether that was after the deadline. */
public record PolicyOutcome(double costDollars, double finishSeconds, boolean late) {}
