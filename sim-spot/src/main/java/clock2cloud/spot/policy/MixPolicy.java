package clock2cloud.spot.policy;

/** Chooses what to run on during the next tick; asking for spot that is not there gets nothing. */
@FunctionalInterface
public interface MixPolicy {
    Capacity choose(Situation now);
}
