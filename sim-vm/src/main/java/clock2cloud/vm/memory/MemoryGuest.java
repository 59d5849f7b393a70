package clock2cloud.vm.memory;

import static clock2cloud.vm.Domain.fraction;
import static clock2cloud.vm.Domain.gibibytes;
import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;
import static clock2cloud.vm.Domain.require;

/**
 * A guest's memory.
 *
 * @param configuredBytes what the guest believes to have
 * @param reservationBytes never reclaimed
 * @param shares weight under pressure
 * @param activeFraction part of the memory that it really touches
 * @param shareableFraction part that is equal to pages of others (code, zeros)
 */
public record MemoryGuest(
        String name,
        double configuredBytes,
        double reservationBytes,
        double shares,
        double activeFraction,
        double shareableFraction) {
    public MemoryGuest {
        positive(configuredBytes, "VM " + name + ": memory", "bytes");
        notNegative(reservationBytes, "VM " + name + ": memory reservation", "bytes");
        require(
                reservationBytes <= configuredBytes,
                () -> "VM " + name + ": the memory reservation " + gibibytes(reservationBytes) + " is above the memory "
                        + gibibytes(configuredBytes));
        positive(shares, "VM " + name + ": memory shares", "");
        fraction(activeFraction, "VM " + name + ": active memory");
        fraction(shareableFraction, "VM " + name + ": shareable memory");
    }

    /** Bytes that it really touches. */
    double activeBytes() {
        return activeFraction * configuredBytes;
    }
}
