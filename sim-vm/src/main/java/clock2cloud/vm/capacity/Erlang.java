package clock2cloud.vm.capacity;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.require;

/**
 * Requests for one of c equal places (M/M/c). Erlang B is the chance to be refused when nobody waits, by the stable
 * recursion <i>B(0) = 1, B(c) = a B(c−1) / (c + a B(c−1))</i>; Erlang C the chance to wait, <i>C = B / (1 − ρ (1 −
 * B))</i>. B holds for any law of the lifetimes, C for exponential ones.
 *
 * @param servers c
 * @param offeredErlangs a = arrival rate × mean lifetime
 */
public record Erlang(int servers, double offeredErlangs) {
    public Erlang {
        require(servers >= 0, () -> "Erlang: places must be at least 0, not " + servers);
        notNegative(offeredErlangs, "Erlang: offered load", "erlangs");
    }

    /** The chance that an arriving request finds all places taken, with nobody waiting. */
    public double blockingProbability() {
        double b = 1;
        for (int c = 1; c <= servers; c++) {
            b = offeredErlangs * b / (c + offeredErlangs * b);
        }
        return b;
    }

    /** Offered load per place. */
    public double utilisationRatio() {
        return offeredErlangs / servers;
    }

    /** The chance to wait, with an endless queue; 1 if the load is more than the places. */
    public double waitingProbability() {
        if (offeredErlangs >= servers) {
            return 1;
        }
        double b = blockingProbability();
        return b / (1 - utilisationRatio() * (1 - b));
    }

    /** Mean wait in units of the mean lifetime; the load must be below the places. */
    public double meanWaitLifetimes() {
        require(offeredErlangs < servers, "Erlang: the queue grows for ever with a load of at least the places");
        return waitingProbability() / (servers - offeredErlangs);
    }

    /** Mean number waiting: arrival rate × mean wait. */
    public double meanQueue() {
        return offeredErlangs * meanWaitLifetimes();
    }

    /** The fewest places that refuse at most {@code blockingProbability}. */
    public static int serversFor(double offeredErlangs, double blockingProbability) {
        notNegative(offeredErlangs, "Erlang: offered load", "erlangs");
        require(
                blockingProbability > 0 && blockingProbability < 1,
                () -> "Erlang: the blocking probability must be between 0 and 1, not " + blockingProbability);
        double b = 1;
        int c = 0;
        while (b > blockingProbability) {
            c++;
            b = offeredErlangs * b / (c + offeredErlangs * b);
        }
        return c;
    }
}
