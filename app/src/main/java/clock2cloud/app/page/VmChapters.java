package clock2cloud.app.page;

import static clock2cloud.app.table.Quantities.format;

import clock2cloud.app.table.Unit;
import clock2cloud.vm.capacity.HighAvailability;
import clock2cloud.vm.capacity.OvercommitRisk;
import clock2cloud.vm.pool.FillRule;
import clock2cloud.vm.pool.TenantPool;
import clock2cloud.vm.scheduler.BandwidthLimit;
import java.util.List;
import java.util.Optional;

/** The virtual machine; the pool and its last five per cent. */
final class VmChapters {
    /** What 50 real machines used of what they held (Bitbrains, fastStorage). */
    static final double USED_OF_HELD = 0.1589;

    private VmChapters() {}

    static Chapter machine() {
        BandwidthLimit.StepTimes half = BandwidthLimit.ofCores(0.5).steps(0.005, 1, 1000);
        String text = """
                "This Linux can only use X%% of the CPU, Y%% of the RAM, and we dedicate Z of the disk." So a virtual machine is a
                part of a machine. But half a CPU is not a CPU of half the clock: the clock is the same, for half of the
                time. Linux gives 50 ms in every 100 ms.

                So a training step of 5 ms of work is mostly as fast as ever: median **%s**. Now and then it is caught at the
                end of a period and waits for the next: mean %s, slowest hundredth **%s**. Who looks at the average sees half
                a machine; who looks at the clock sees a whole one that sometimes stops.
                """.formatted(
                        format(half.medianSeconds(), Unit.SECONDS),
                        format(half.meanSeconds(), Unit.SECONDS),
                        format(half.p99Seconds(), Unit.SECONDS));
        return new Chapter(
                "virtual-machine",
                "What does half a machine really get?",
                "The cloud sells slices. What is in one?",
                "Half a CPU computes at half the speed.",
                "Half a machine computes at full speed for half of the time: most steps take "
                        + format(half.medianSeconds(), Unit.SECONDS) + ", the slowest hundredth "
                        + format(half.p99Seconds(), Unit.SECONDS) + ".",
                text,
                List.of("vm-who-gets-what", "vm-scheduler-timeline", "vm-migration-rounds"),
                Optional.empty(),
                Optional.of("08"),
                "./c2c vm slice");
    }

    static Chapter pool() {
        TenantPool pool = TenantPool.threeTenants(USED_OF_HELD);
        TenantPool.Sale allocated = pool.sell("fourth", 0.05, 0.5, new FillRule(0.8, FillRule.Basis.ALLOCATED));
        TenantPool.Sale used = pool.sell("fourth", 0.05, 0.5, new FillRule(0.8, FillRule.Basis.USED));
        double crowd = new OvercommitRisk(128, 1, USED_OF_HELD, 32).contentionProbability();
        String text = """
                Three tenants hold %s of a pool, and use %s of it. May the last 5%% be sold, if the rule says "never above
                80%%"? 80%% of what? If of what is promised, then **%s**. If of what is used, then **%s**. The two sentences
                of the post contradict each other until one says which.

                Who sells by use bets that not everybody comes at once. On 32 cores, 128 guests that use %s of a core each
                on average find all cores taken %s of the time. And a pool must survive the death of a host: of 20 hosts,
                keep %s free.
                """.formatted(
                        format(pool.allocatedFraction(), Unit.FRACTION),
                        format(pool.usedFraction(), Unit.FRACTION),
                        allocated.sold() ? "sold" : "refused",
                        used.sold() ? "sold" : "refused",
                        format(USED_OF_HELD, Unit.FRACTION),
                        format(crowd, Unit.FRACTION),
                        format(HighAvailability.reserveFraction(20, 1), Unit.FRACTION));
        return new Chapter(
                "pool",
                "May the last five per cent be sold?",
                "Somebody holds 95% of a data centre and uses a sixth of it. What is the rest worth?",
                "5% is free, so 5% can be sold.",
                "By promises the pool is over 80% and nothing may be sold; by use it stands at "
                        + format(pool.usedFraction(), Unit.FRACTION) + ", and the rest is what the spot market sells.",
                text,
                List.of("vm-pool-heat", "vm-packing", "vm-capacity-fan"),
                Optional.empty(),
                Optional.of("09"),
                "./c2c vm run docs/examples/vm-pool.json");
    }
}
