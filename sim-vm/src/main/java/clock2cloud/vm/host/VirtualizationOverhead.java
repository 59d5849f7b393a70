package clock2cloud.vm.host;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;

/**
 * What the hypervisor keeps for itself: <i>efficiency = (1 − exits · cycles / clock) · (1 − nested)</i>.
 *
 * <p>Leaves out: the exits that a guest's own work adds (a burst of I/O exits more often); give their rate.
 *
 * @param exitsPerSecond exits to the hypervisor, per virtual CPU
 * @param cyclesPerExit cycles of one round trip
 * @param nestedPagingFraction time lost to two-dimensional page walks and the rest, in [0, 1)
 * @param source where the figures come from
 */
public record VirtualizationOverhead(
        double exitsPerSecond, double cyclesPerExit, double nestedPagingFraction, String source) {
    /** Nothing is lost: the bare machine, or a container. */
    public static final VirtualizationOverhead NONE = constant(0, "bare machine");

    /** Linpack on a pinned KVM guest with large pages: 284.2 of 290.8 GFLOP/s. */
    public static final VirtualizationOverhead KVM_TUNED = constant(
            1 - 284.2 / 290.8,
            "Felter et al., An Updated Performance Comparison of Virtual Machines and Linux Containers, ISPASS 2015,"
                    + " table I (Linpack, tuned)");

    /** The same guest, neither pinned nor told of the host's topology: 241.3 of 290.8 GFLOP/s. */
    public static final VirtualizationOverhead KVM_UNTUNED =
            constant(1 - 241.3 / 290.8, "Felter et al., ISPASS 2015, table I (Linpack, untuned)");

    /** The blog's laptop: 1,266 cycles an exit on a Penryn core, 1,000 timer ticks a second of two exits each. */
    public static final VirtualizationOverhead PENRYN = new VirtualizationOverhead(
            2000,
            1266,
            0.02,
            "exit latency: Agesen et al., Software Techniques for Avoiding Hardware Virtualization Exits, USENIX ATC"
                    + " 2012, table 1; 2% nested paging assumed");

    public VirtualizationOverhead {
        notNegative(exitsPerSecond, "exits", "per second");
        notNegative(cyclesPerExit, "cycles per exit", "cycles");
        fraction(nestedPagingFraction, "nested paging overhead");
    }

    /** One constant share of the CPU, whatever the guest does. */
    public static VirtualizationOverhead constant(double lostFraction, String source) {
        return new VirtualizationOverhead(0, 0, lostFraction, source);
    }

    /** The part of the time slice that the guest's own instructions get. */
    public double efficiencyFraction(double clockHertz) {
        double exits = Math.min(1, exitsPerSecond * cyclesPerExit / clockHertz);
        return (1 - exits) * (1 - nestedPagingFraction);
    }
}
