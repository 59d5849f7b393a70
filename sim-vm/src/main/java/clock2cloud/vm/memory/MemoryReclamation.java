package clock2cloud.vm.memory;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

import clock2cloud.vm.entitlement.Entitlement;
import java.util.ArrayList;
import java.util.List;

/**
 * A host's memory divided under pressure. Equal pages are kept once; then each guest's target is the max-min share of
 * what is there, with an idle page charged <i>k = 1 / (1 − tax)</i> times an active one, so that the weight is
 * <i>shares / (f + k (1 − f))</i> for an active fraction f; the balloon takes the difference as far as it goes, and the
 * host swaps out the rest, blindly.
 *
 * @param hostBytes memory for guests
 * @param idleTaxFraction 0.75 in ESX: an idle page costs four active ones
 * @param balloonMaximumFraction part of a guest's memory that its balloon can take; 0.65 in ESX
 * @param swapSeconds time of one page fault to disk
 * @param touchesPerSecond distinct active pages that a busy guest touches per second
 */
public record MemoryReclamation(
        double hostBytes,
        double idleTaxFraction,
        double balloonMaximumFraction,
        double swapSeconds,
        double touchesPerSecond) {
    /**
     * Where one guest's memory is: {@code grantedBytes + sharedBytes + balloonBytes + swappedBytes} is what is configured.
     *
     * @param slowdownRatio time per step over the time with all memory present
     */
    public record Share(
            String name,
            double grantedBytes,
            double sharedBytes,
            double balloonBytes,
            double swappedBytes,
            double slowdownRatio) {}

    public MemoryReclamation {
        positive(hostBytes, "memory: host", "bytes");
        fraction(idleTaxFraction, "memory: idle tax");
        require(idleTaxFraction < 1, "memory: the idle tax must be below 100%");
        fraction(balloonMaximumFraction, "memory: largest balloon");
        notNegative(swapSeconds, "memory: swap latency", "s");
        notNegative(touchesPerSecond, "memory: page touches", "per second");
    }

    /** ESX's constants, an SSD of 0.1 ms, and 1,000 page touches a second. */
    public static MemoryReclamation ofHost(double hostBytes) {
        return new MemoryReclamation(hostBytes, 0.75, 0.65, 1e-4, 1000);
    }

    /** Divides the host among {@code guests}, in their order. */
    public List<Share> divide(List<MemoryGuest> guests) {
        int n = guests.size();
        double[] floor = new double[n];
        double[] ceiling = new double[n];
        double[] weight = new double[n];
        double idleCost = 1 / (1 - idleTaxFraction);
        for (int i = 0; i < n; i++) {
            MemoryGuest guest = guests.get(i);
            ceiling[i] = guest.configuredBytes() - shared(guest, n);
            floor[i] = Math.min(guest.reservationBytes(), ceiling[i]);
            double active = guest.activeFraction();
            weight[i] = guest.shares() / (active + idleCost * (1 - active));
        }
        double[] granted = Entitlement.divide(hostBytes, floor, ceiling, weight);
        List<Share> result = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            result.add(share(guests.get(i), granted[i], shared(guests.get(i), n)));
        }
        return List.copyOf(result);
    }

    /** With n equal guests one copy of the shared pages stays, so each saves (n − 1) / n of them. */
    private static double shared(MemoryGuest guest, int guests) {
        return guest.shareableFraction() * guest.configuredBytes() * (guests - 1) / guests;
    }

    private Share share(MemoryGuest guest, double granted, double shared) {
        double taken = Math.max(0, guest.configuredBytes() - shared - granted);
        double balloon = Math.min(taken, balloonMaximumFraction * guest.configuredBytes());
        double swapped = taken - balloon;
        return new Share(guest.name(), granted, shared, balloon, swapped, slowdown(guest, granted, swapped, shared));
    }

    /** The guest gives idle pages to the balloon first; the host cannot tell, and swaps active ones in proportion. */
    private double slowdown(MemoryGuest guest, double granted, double swapped, double shared) {
        double active = guest.activeBytes();
        if (active == 0) {
            return 1;
        }
        double blind = swapped / guest.configuredBytes();
        double missing = Math.max(0, active - granted - shared) / active;
        return 1 + Math.max(blind, missing) * touchesPerSecond * swapSeconds;
    }
}
