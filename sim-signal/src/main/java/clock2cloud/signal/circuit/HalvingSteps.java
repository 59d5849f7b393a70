package clock2cloud.signal.circuit;

/** The longest step divided by powers of two, so that the factors of a linear circuit serve again and again. */
final class HalvingSteps implements StepSizes {
    private static final int FINEST = 45;

    private final double longest;
    private final boolean controlled;
    private final int order;
    private int level = 6;

    /** Half the step makes {@code 2^order} times less error. */
    HalvingSteps(double longest, boolean controlled, int order) {
        this.longest = longest;
        this.controlled = controlled;
        this.order = order;
    }

    @Override
    public void corner(double gap) {
        int needed = (int) Math.ceil(Math.log(Math.max(1, 64 * longest / gap)) / Math.log(2));
        level = controlled ? Math.min(Math.max(needed, level), FINEST) : 0;
    }

    @Override
    public double next(double left) {
        double h = Math.scalb(longest, -level);
        if (left <= h * (1 + 1e-9)) {
            return left;
        }
        return rounded(left < 2 * h ? left / 2 : h);
    }

    /** Drops the last bits, so that equal steps are equal. */
    static double rounded(double h) {
        return Double.longBitsToDouble(Double.doubleToLongBits(h) & ~0xFFFFL);
    }

    @Override
    public void refused(double error) {
        int down = error < Double.POSITIVE_INFINITY ? (int) Math.ceil(Math.log(2 * error) / (order * Math.log(2))) : 3;
        level = Math.min(FINEST, level + Math.max(1, Math.min(12, down)));
    }

    @Override
    public void taken(double error) {
        double half = Math.scalb(0.8, -order);
        if (error < half && level > 0) {
            level -= error < 0.1 * half * half ? Math.min(level, 2) : 1;
        }
    }

    @Override
    public boolean finest() {
        return level >= FINEST;
    }
}
