package clock2cloud.nn;

/** The learning rate of an epoch, counted from 1, as a share of the first. */
@FunctionalInterface
public interface Schedule {
    double share(int epoch);

    /** Always the same. */
    static Schedule constant() {
        return epoch -> 1;
    }

    /** Times {@code factor} after every {@code epochs} epochs. */
    static Schedule steps(int epochs, double factor) {
        if (!(epochs >= 1 && factor > 0 && factor <= 1)) {
            throw new IllegalArgumentException(
                    "a schedule's steps are 1 epoch or longer and its factor above 0 and at most 1, not " + epochs
                            + " and " + factor);
        }
        return epoch -> Math.pow(factor, (epoch - 1) / epochs);
    }

    /** Half a cosine from 1 down to {@code last} at the end of {@code epochs}; Loshchilov and Hutter (2017). */
    static Schedule cosine(int epochs, double last) {
        if (!(epochs >= 1 && last >= 0 && last <= 1)) {
            throw new IllegalArgumentException(
                    "a cosine takes 1 epoch or more down to a share from 0 to 1, not " + epochs + " and " + last);
        }
        return epoch -> last + (1 - last) * (1 + Math.cos(Math.PI * Math.min(1.0, (epoch - 1.0) / epochs))) / 2;
    }
}
