package clock2cloud.spot.policy;

/** What a job runs on during one tick. */
public enum Capacity {
    NONE,
    SPOT,
    ON_DEMAND
}
