package clock2cloud.vm.pool;

/** What happens to a machine that fits nowhere now. */
public enum WaitingRule {
    /** It is refused. */
    REFUSE,
    /** It waits; first come, first served, and nobody overtakes. */
    FIRST_COME,
    /** It waits; the tenant with the smallest dominant share goes next (Ghodsi et al. 2011, algorithm 1). */
    DOMINANT_SHARE
}
