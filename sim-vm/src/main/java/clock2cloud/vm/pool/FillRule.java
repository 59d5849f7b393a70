package clock2cloud.vm.pool;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.require;

/**
 * "Never above 80%": but of what? A pool can be 95% allocated and 16% used at the same time, so the basis is part of
 * the rule.
 *
 * @param maximumFraction the line not to cross, in (0, 1]
 * @param basis what is counted
 */
public record FillRule(double maximumFraction, Basis basis) {
    /** What counts as full. */
    public enum Basis {
        /** Capacity promised to tenants, whether they use it or not. */
        ALLOCATED,
        /** Capacity that tenants really use. */
        USED
    }

    public FillRule {
        fraction(maximumFraction, "fill rule: maximum");
        require(maximumFraction > 0, "fill rule: the maximum must be above 0%");
    }
}
