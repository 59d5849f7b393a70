package clock2cloud.signal.circuit;

/**
 * Steps of any length, which stay as they are while their error is neither close to what is allowed nor far below: each
 * change costs a whole factorisation.
 */
final class FreeSteps implements StepSizes {
    private final double longest;
    private final double shortest;
    private double step;
    private double tried;

    FreeSteps(double longest) {
        this.longest = longest;
        shortest = Math.scalb(longest, -45);
        step = longest / 64;
    }

    @Override
    public void corner(double gap) {
        step = Math.max(shortest, Math.min(step, gap / 64));
    }

    @Override
    public double next(double left) {
        tried = left <= step * (1 + 1e-9) ? left : left < 2 * step ? left / 2 : step;
        return tried;
    }

    @Override
    public void refused(double error) {
        double shrink = error < Double.POSITIVE_INFINITY ? Math.max(0.1, 0.85 / Math.cbrt(error)) : 0.125;
        step = Math.max(shortest, tried * Math.min(0.9, shrink));
    }

    @Override
    public void taken(double error) {
        double growth = Math.min(2, 0.85 / Math.cbrt(Math.max(error, 1e-6)));
        if (growth > 1.6) {
            step = Math.min(longest, Math.max(step, tried * growth));
        } else if (growth < 0.5) {
            step = Math.max(shortest, tried * growth);
        }
    }

    @Override
    public boolean finest() {
        return step <= shortest;
    }
}
