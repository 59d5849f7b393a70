package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;

/**
 * What shrinking all lengths by k does, with the voltage shrinking along (Dennard) or stuck.
 *
 * <p>Along: delay 1/k, power a device 1/k^2, density k^2, so power a square metre stays. Stuck, clock still raised by k:
 * power a square metre grows by k^2; clock left alone: by k. Dennard et al., <i>IEEE JSSC</i> 9(5) 1974, table I. Stuck
 * velocity-saturated transistors are taken to still speed up by k.
 */
public record DennardScaling(double shrink, boolean voltageScales) {
    public DennardScaling {
        Domain.require(shrink >= 1 && shrink < 1e6, "scaling: shrink must be 1 or more, got %s", shrink);
    }

    public double voltageRatio() {
        return voltageScales ? 1 / shrink : 1;
    }

    public double capacitanceRatio() {
        return 1 / shrink;
    }

    public double clockRatio() {
        return shrink;
    }

    public double densityRatio() {
        return shrink * shrink;
    }

    public double powerPerDeviceRatio() {
        return capacitanceRatio() * voltageRatio() * voltageRatio() * clockRatio();
    }

    public double powerDensityRatio() {
        return powerPerDeviceRatio() * densityRatio();
    }

    /** Power a square metre with the clock left where it was. */
    public double powerDensityRatioAtSameClock() {
        return powerDensityRatio() / clockRatio();
    }

    /** The part of the transistors that may switch when power a square metre must not grow. */
    public double litFraction() {
        return Math.min(1, 1 / powerDensityRatio());
    }
}
