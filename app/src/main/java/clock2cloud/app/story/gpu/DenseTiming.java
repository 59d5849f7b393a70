package clock2cloud.app.story.gpu;

/**
 * One dense layer as it was timed: forward, and with an update rule backward and update too.
 *
 * @param deviationSeconds of its repeats
 */
public record DenseTiming(
        int batch, int inputs, int outputs, UpdateRule rule, double seconds, double deviationSeconds) {
    /** Its work in floating-point operations: three products where it learns, else one. */
    public double flops() {
        return (rule.learns() ? 6.0 : 2.0) * batch * inputs * outputs;
    }

    /** Its traffic if each operand moves once a product: weights, activations, and what the rule moves. */
    public double bytes() {
        double weights = (double) inputs * outputs;
        int passes = rule.learns() ? 3 : 1;
        return 4 * (passes * weights + rule.floatsPerWeight() * weights + passes * (double) batch * (inputs + outputs));
    }
}
