package clock2cloud.spot.bill;

/** One instance from its start to its end, in seconds of the market's time. */
public record Lease(String pool, double startSeconds, double endSeconds, Ending ending) {
    public Lease {
        if (!(endSeconds >= startSeconds && endSeconds - startSeconds < 1e12)) {
            throw new IllegalArgumentException(
                    "lease: end " + endSeconds + " s must not be before its start " + startSeconds + " s");
        }
    }

    public double runSeconds() {
        return endSeconds - startSeconds;
    }
}
