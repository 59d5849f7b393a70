package clock2cloud.spot.job;

import clock2cloud.spot.price.BidOutcome;
import clock2cloud.spot.price.PricePath;
import java.util.Arrays;
import java.util.List;

/** The spells in which a standing bid holds a machine on a price path. */
public final class BidSpells implements Spells {
    private final PricePath path;
    private final double[] starts;
    private final double[] ends;
    private final boolean lastIsEvicted;
    private int spell;
    private double start;

    public BidSpells(PricePath path, double bidDollarsPerHour) {
        this.path = path;
        List<BidOutcome.Spell> spells = BidOutcome.of(path, bidDollarsPerHour).spells();
        starts = spells.stream().mapToDouble(BidOutcome.Spell::startSeconds).toArray();
        ends = spells.stream().mapToDouble(BidOutcome.Spell::endSeconds).toArray();
        lastIsEvicted = !spells.isEmpty() && spells.get(spells.size() - 1).evicted();
    }

    private BidSpells(BidSpells other) {
        path = other.path;
        starts = other.starts;
        ends = other.ends;
        lastIsEvicted = other.lastIsEvicted;
    }

    /** Another cursor on the same spells. */
    public BidSpells copy() {
        return new BidSpells(this);
    }

    public int count() {
        return starts.length;
    }

    @Override
    public boolean next(double afterSeconds) {
        int found = Arrays.binarySearch(ends, afterSeconds);
        spell = found >= 0 ? found + 1 : -found - 1;
        if (spell >= ends.length) {
            return false;
        }
        start = Math.max(starts[spell], afterSeconds);
        return true;
    }

    @Override
    public double startSeconds() {
        return start;
    }

    @Override
    public double endSeconds() {
        return ends[spell];
    }

    @Override
    public boolean evicted() {
        return spell < ends.length - 1 || lastIsEvicted;
    }

    @Override
    public double priceAt(double timeSeconds) {
        return path.at(timeSeconds);
    }

    @Override
    public double nextRise(double timeSeconds) {
        for (int i = path.stretchAt(timeSeconds) + 1; i < path.stretches() && path.startOf(i) < ends[spell]; i++) {
            if (path.priceOf(i) > path.priceOf(i - 1) && path.startOf(i) > timeSeconds) {
                return path.startOf(i);
            }
        }
        return Double.POSITIVE_INFINITY;
    }
}
