package clock2cloud.spot.job;

import clock2cloud.spot.eviction.LifeLaw;
import java.util.random.RandomGenerator;

/** Lives and waits drawn independently, at one price: a renewal process that starts with a fresh machine. */
public final class RenewalSpells implements Spells {
    private final LifeLaw lives;
    private final LifeLaw waits;
    private final double dollarsPerHour;
    private final RandomGenerator random;
    private double start;
    private double end;
    private boolean begun;

    public RenewalSpells(LifeLaw lives, LifeLaw waits, double dollarsPerHour, RandomGenerator random) {
        this.lives = lives;
        this.waits = waits;
        this.dollarsPerHour = dollarsPerHour;
        this.random = random;
    }

    /** Forgets the past: the next spell starts at once. */
    public void reset() {
        begun = false;
    }

    @Override
    public boolean next(double afterSeconds) {
        start = begun ? afterSeconds + waits.sample(random) : afterSeconds;
        begun = true;
        end = start + lives.sample(random);
        return true;
    }

    @Override
    public double startSeconds() {
        return start;
    }

    @Override
    public double endSeconds() {
        return end;
    }

    @Override
    public boolean evicted() {
        return true;
    }

    @Override
    public double priceAt(double timeSeconds) {
        return dollarsPerHour;
    }
}
