package clock2cloud.spot.job;

/** The stretches of time in which a machine can be had, one after the other; a cursor that allocates nothing. */
public interface Spells {
    /** Moves to the first spell that still lasts after a time; false when the record ends before one. */
    boolean next(double afterSeconds);

    /** When the spell began, or the time asked for where that is later. */
    double startSeconds();

    double endSeconds();

    /** Whether the machine is taken away at the end; else the record just ends there. */
    boolean evicted();

    /** The price at a time within the spell, dollars per hour. */
    double priceAt(double timeSeconds);

    /** The first rise of the price after a time; infinite when there is none within the spell. */
    default double nextRise(double timeSeconds) {
        return Double.POSITIVE_INFINITY;
    }
}
