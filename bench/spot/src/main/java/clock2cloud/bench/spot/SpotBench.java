package clock2cloud.bench.spot;

import clock2cloud.spot.bill.BillingRule;
import clock2cloud.spot.eviction.ExponentialLife;
import clock2cloud.spot.eviction.FixedLife;
import clock2cloud.spot.job.BidSpells;
import clock2cloud.spot.job.Checkpoints;
import clock2cloud.spot.job.Job;
import clock2cloud.spot.job.JobRun;
import clock2cloud.spot.job.RenewalSpells;
import clock2cloud.spot.market.CorrelatedZones;
import clock2cloud.spot.market.RegimeSwitching;
import clock2cloud.spot.market.UniformPriceAuction;
import clock2cloud.spot.price.PricePath;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Complete simulations a second of the five-hour job (restart 5 min, a dump of 2 min every 30 min), by thread. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class SpotBench {
    private static final double HOUR = 3600;
    private static final double DAY = 24 * HOUR;
    private static final Job JOB = new Job(5 * HOUR, 300, 120);

    private static JobRun run() {
        return new JobRun(JOB, Checkpoints.fixed(1800), BillingRule.KILLED_HOUR_FREE, -1);
    }

    /** Lives drawn from the memoryless law. */
    @State(Scope.Thread)
    public static class Renewal {
        final JobRun run = run();
        final RenewalSpells spells =
                new RenewalSpells(new ExponentialLife(5 * HOUR), new FixedLife(0), 0.17, new SplittableRandom(7));
    }

    /** A year of prices every five minutes, with a bid of on-demand; each job starts at a random moment. */
    @State(Scope.Thread)
    public static class Year {
        final SplittableRandom random = new SplittableRandom(7);
        final JobRun run = run();
        final PricePath path = new RegimeSwitching(0.17, 0.9, 10, 40 * HOUR, 1.5 * HOUR, 0.15, 300)
                .path(new SplittableRandom(7), 365 * DAY);
        final BidSpells spells = new BidSpells(path, 0.9);
    }

    /** A month of an auction of 500 machines, with a bid of $0.30. */
    @State(Scope.Thread)
    public static class Auction {
        final SplittableRandom random = new SplittableRandom(7);
        final JobRun run = run();
        PricePath path = PricePath.constant(1, 1);
        BidSpells spells = new BidSpells(path, 1);

        @Setup
        public void clear() {
            path = new UniformPriceAuction(500, 0.2, 0.6, 60, 7200, 0.113, 9, 300)
                    .path(new SplittableRandom(7), 30 * DAY);
            spells = new BidSpells(path, 0.3);
        }
    }

    @Benchmark
    public double renewal(Renewal state) {
        state.spells.reset();
        state.run.run(state.spells, 0);
        return state.run.costDollars();
    }

    @Benchmark
    public double replayOfAYear(Year state) {
        state.run.run(state.spells, state.random.nextDouble() * 360 * DAY);
        return state.run.costDollars();
    }

    @Benchmark
    public double auctionMonth(Auction state) {
        state.run.run(state.spells, state.random.nextDouble() * 25 * DAY);
        return state.run.costDollars();
    }

    /** A year of prices every five minutes in three correlated zones. */
    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    public List<PricePath> yearInThreeZones() {
        return CorrelatedZones.of2015(0.09, 0.65, 300).paths(new SplittableRandom(7), 365 * DAY);
    }
}
