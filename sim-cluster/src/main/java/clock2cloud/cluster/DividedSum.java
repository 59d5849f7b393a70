package clock2cloud.cluster;

import java.math.BigInteger;

/**
 * A sum divided among workers: the builders' analogy with its overhead.
 *
 * <p>T(p) = N / (p R) + (p - 1) (d + c): the foreman works too, hands each of the p - 1 others its range in d seconds, and
 * adds each one's result to the total in c seconds. The best number of workers is sqrt(N / (R (d + c))).
 *
 * <p>Leaves out that workers share memory bandwidth and clock; a sum of numbers made on the fly uses neither.
 *
 * @param numbers N, how many numbers are added
 * @param numbersPerSecond R, what one worker adds in a second
 * @param dispatchSeconds d, to set one more worker going
 * @param combineSeconds c, to take in one more partial sum
 */
public record DividedSum(double numbers, double numbersPerSecond, double dispatchSeconds, double combineSeconds) {
    public DividedSum {
        Domain.positive("Divided sum", "numbers", numbers);
        Domain.positive("Divided sum", "numbersPerSecond", numbersPerSecond);
        Domain.notNegative("Divided sum", "dispatchSeconds", dispatchSeconds);
        Domain.notNegative("Divided sum", "combineSeconds", combineSeconds);
    }

    /** From the first order to the total. */
    public double seconds(int workers) {
        return workSeconds(workers) + overheadSeconds(workers);
    }

    /** The part that shrinks with more workers. */
    public double workSeconds(int workers) {
        Domain.atLeast(1, "Divided sum", "workers", workers);
        return numbers / (numbersPerSecond * workers);
    }

    /** The part that grows with more workers. */
    public double overheadSeconds(int workers) {
        return (workers - 1) * (dispatchSeconds + combineSeconds);
    }

    /** How many times faster than one worker. */
    public double speedup(int workers) {
        return seconds(1) / seconds(workers);
    }

    /** The number of workers with the shortest time. */
    public int bestWorkers() {
        double overhead = dispatchSeconds + combineSeconds;
        double best = Math.sqrt(numbers / numbersPerSecond / overhead);
        if (!(best < Integer.MAX_VALUE - 1)) {
            return Integer.MAX_VALUE;
        }
        int floor = Math.max(1, (int) best);
        return seconds(floor) <= seconds(floor + 1) ? floor : floor + 1;
    }

    /** 1 + 2 + ... + n without overflow: a trillion numbers pass 2^63 a hundred-thousandfold. */
    public static BigInteger exactSum(long n) {
        Domain.atLeast(0, "Divided sum", "n", (double) n);
        BigInteger last = BigInteger.valueOf(n);
        return last.multiply(last.add(BigInteger.ONE)).shiftRight(1);
    }
}
