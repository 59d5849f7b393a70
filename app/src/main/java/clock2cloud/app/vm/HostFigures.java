package clock2cloud.app.vm;

import clock2cloud.app.chart.Figure;
import clock2cloud.app.chart.Mark;
import clock2cloud.app.table.Quantities;
import clock2cloud.vm.entitlement.Claim;
import clock2cloud.vm.entitlement.Entitlement;
import clock2cloud.vm.migration.PreCopy;
import clock2cloud.vm.scheduler.CpuScheduler;
import clock2cloud.vm.scheduler.Guest;
import clock2cloud.vm.scheduler.Load;
import clock2cloud.vm.scheduler.RunQueue;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One host: who gets what, who runs when, and how a machine leaves. */
final class HostFigures {
    private static final String COMMAND = "./c2c figures --out figures --only ";

    private HostFigures() {}

    static Figure entitlement(long seed) {
        List<Claim> claims = List.of(
                new Claim("batch, low shares", 3000, 0, Claim.UNLIMITED, 500),
                new Claim("web, normal shares", 1200, 500, Claim.UNLIMITED, 1000),
                new Claim("database, reserved 1,500", 2000, 1500, Claim.UNLIMITED, 500),
                new Claim("test, limited to 600", 2000, 0, 600, 2000));
        int points = 61;
        double[] xs = new double[points];
        double[][] tops = new double[claims.size() + 1][points];
        for (int i = 0; i < points; i++) {
            xs[i] = 2000 + 100.0 * i;
            double[] shares = Entitlement.divide(xs[i], claims);
            for (int c = 0; c < shares.length; c++) {
                tops[c + 1][i] = tops[c][i] + shares[c];
            }
        }
        double wanted = 3000 + 1200 + 2000 + 600;
        double[] atFour = Entitlement.divide(4000, claims);
        Figure figure = Figure.of("vm-who-gets-what")
                .title("With 4,000 of the " + Quantities.significant(wanted) + " MHz that are wanted, batch gets "
                        + Quantities.significant(atFour[0]) + " and the database its "
                        + Quantities.significant(atFour[2]))
                .subtitle(
                        "stacked entitlement of four VMs under reservation, limit and shares, against the host's capacity")
                .x("host capacity", "MHz")
                .y("entitlement, stacked", "MHz")
                .source("weighted max-min sharing as in the vSphere Resource Management guide 6.7")
                .command(COMMAND + "vm-who-gets-what")
                .seed(seed);
        for (int c = 0; c < claims.size(); c++) {
            figure.band(claims.get(c).name(), xs, tops[c], tops[c + 1]);
        }
        return figure.rule("all demand", wanted);
    }

    static Figure timeline(long seed) {
        List<Guest> guests = List.of(
                Guest.of("trainer, quota 50%", 1, 1, Load.cpuBound(0.005)).withQuota(0.5),
                Guest.of("batch, weight 1", 1, 1, Load.cpuBound(0.05)),
                Guest.of("batch, weight 3", 3, 1, Load.cpuBound(0.05)),
                Guest.of("web, bursty", 1, 1, Load.bursty(0.002, 0.02)));
        CpuScheduler.Result result =
                new CpuScheduler(1, RunQueue.Kind.FAIR, guests, 0, new SplittableRandom(seed)).run(10, 0.4);
        Figure figure = Figure.of("vm-scheduler-timeline")
                .title("Weight 3 gets " + percent(result.guests().get(2).coreFraction()) + " and weight 1 "
                        + percent(result.guests().get(1).coreFraction()) + "; the web guest waits "
                        + Quantities.significant(1000 * result.guests().get(3).p99LatencySeconds())
                        + " ms in the slowest hundredth")
                .subtitle("one core under the fair scheduler, first 0.4 s; shares and tail over 10 s")
                .x("time", "s")
                .rows(guests.stream().map(Guest::name).toList())
                .xLimits(0, 0.4)
                .source("simulation at the scheduler's quantum")
                .command(COMMAND + "vm-scheduler-timeline")
                .seed(seed);
        for (int row = 0; row < guests.size(); row++) {
            List<Mark.Block> blocks = new ArrayList<>();
            for (CpuScheduler.Segment s : result.timeline()) {
                if (s.guest().equals(guests.get(row).name())) {
                    blocks.add(new Mark.Block(
                            s.fromSeconds(), Math.min(0.4, s.toSeconds()), row - 0.35, row + 0.35, "", 1));
                }
            }
            if (!blocks.isEmpty()) {
                figure.blocks(guests.get(row).name(), blocks);
            }
        }
        return figure;
    }

    private static String percent(double fraction) {
        return Math.round(fraction * 100) + "%";
    }

    static Figure migration(long seed) {
        double[] dirty = {20e6, 80e6, 120e6};
        String[] names = {"20 MB/s dirtied", "80 MB/s dirtied", "120 MB/s dirtied"};
        List<PreCopy.Result> results = new ArrayList<>();
        Figure figure = Figure.of("vm-migration-rounds");
        for (int i = 0; i < dirty.length; i++) {
            PreCopy.Result result = PreCopy.of(4096e6, 100e6, dirty[i], 1e6).run();
            results.add(result);
            double[] xs =
                    result.rounds().stream().mapToDouble(PreCopy.Round::number).toArray();
            double[] ys =
                    result.rounds().stream().mapToDouble(r -> r.bytes() / 1e6).toArray();
            figure.line(names[i], xs, ys).dots(names[i], xs, ys);
        }
        return figure.title("At 20 MB/s the VM is down for "
                        + Quantities.significant(1000 * results.get(0).downtimeSeconds())
                        + " ms; at 120 MB/s it never converges and is down for "
                        + Quantities.significant(results.get(2).downtimeSeconds()) + " s")
                .subtitle(
                        "pre-copy of 4,096 MB over 100 MB/s: data sent in each round; stop at 1 MB or after 30 rounds")
                .x("round", "")
                .yLog("sent in the round", "MB")
                .source("geometric model of Clark et al., NSDI 2005")
                .command(COMMAND + "vm-migration-rounds")
                .seed(seed);
    }
}
