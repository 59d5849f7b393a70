package clock2cloud.app.story.chain;

import clock2cloud.app.story.chain.Knobs.Knob;
import clock2cloud.cluster.AllReduce;
import clock2cloud.cluster.AlphaBeta;
import clock2cloud.nn.Net;
import clock2cloud.nn.Work;
import clock2cloud.signal.logic.AlphaPowerGate;
import clock2cloud.spot.checkpoint.CheckpointRule;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import clock2cloud.vm.host.Host;
import clock2cloud.vm.host.HostPartition;
import clock2cloud.vm.host.SliceRequest;
import clock2cloud.vm.host.VirtualizationOverhead;
import java.util.List;

/**
 * From a wire's capacitance to the price of a training run, each floor's model taking the number of the floor below.
 *
 * <p>clock = min(1 / (stages × gate delay), power limit / (C V²)); rate = clock × flops per cycle × share of peak; step = work /
 * (rate × Amdahl's gain × the slice) + ring all-reduce; run = epochs × steps, stretched by evictions; price = machines × hours ×
 * what is paid under the bid.
 */
public final class Chain {
    private static final double ALPHA = 1.3;
    private static final double THRESHOLD_VOLTS = 0.35;
    private static final double GATE_FARADS = 6e-15;

    /** Of the laptop that the chain begins with: its clock at the usual knobs, and the watts that it may take (P8700: 25 W). */
    private static final double USUAL_HERTZ = 2.53e9;

    private static final double LIMIT_WATTS = 25;

    /** What the usual chain takes of that: the rest is headroom. */
    private static final double USUAL_POWER_SHARE = 0.9;

    /** Share of peak that tuned products reach on this family (kerrywong.com 2008), and part that cores do not share. */
    private static final double TUNED_SHARE = 0.795;

    private static final double SERIAL_FRACTION = 0.1;

    /** Spot prices about the mean of p2.xlarge in us-east-1b, August to October 2017; their spread is a guess. */
    private static final double MEDIAN_DOLLARS_PER_HOUR = 0.17;

    private static final double LOG_DEVIATION = 0.25;

    /** Hours between price changes; a guess. */
    private static final double SPELL_SECONDS = 3600;

    private static final double LEAST_HELD = 1e-4;

    private static final double RESTART_SECONDS = 300;

    private static final double DISK_BYTES_PER_SECOND = 100e6;

    private final Net net;
    private final int batch;
    private final double steps;

    /** What is trained: a net, its batch, and the rows that it sees in all its epochs. */
    public Chain(Net net, int batch, int epochs, int rows) {
        if (!(batch >= 1 && epochs >= 1 && rows >= batch)) {
            throw new IllegalArgumentException(
                    "batch " + batch + " must be from 1 to the " + rows + " rows, epochs " + epochs + " 1 or more");
        }
        this.net = net;
        this.batch = batch;
        this.steps = epochs * Math.ceil(rows / (double) batch);
    }

    /** What a floor hands to the next, and which of its links holds it back. */
    public record Link(String floor, String hands, double value, String binds) {}

    /** The whole chain for some knobs. */
    public record Outcome(List<Link> links, double runSeconds, double priceDollars) {}

    /** Climbs the chain. */
    public Outcome climb(Knobs knobs) {
        Link clock = clock(knobs);
        double peak = clock.value() * knobs.get(Knob.FLOPS_PER_CYCLE);
        double cores = knobs.get(Knob.CORES);
        double gain = 1 / (SERIAL_FRACTION + (1 - SERIAL_FRACTION) / cores);
        double rate = peak * TUNED_SHARE * gain;
        double share = slice(knobs, clock.value());
        double workers = Math.max(1, knobs.get(Knob.WORKERS));
        double compute = Work.of(net, batch).flopsPerStep() / workers / (rate * share);
        double talk = talk(knobs, workers);
        double step = compute + talk;
        double run = steps * step;
        double bid = knobs.get(Knob.BID_DOLLARS_PER_HOUR);
        double held = held(bid);
        if (!(held >= LEAST_HELD)) {
            throw new IllegalArgumentException(
                    "bid " + bid + " $/h is met by less than one hour in ten thousand at prices about "
                            + MEDIAN_DOLLARS_PER_HOUR + " $/h: this run would practically never begin");
        }
        CheckpointedRun evicted = new CheckpointedRun(
                run, 4.0 * net.parameters() / DISK_BYTES_PER_SECOND, RESTART_SECONDS, SPELL_SECONDS / (1 - held));
        double paidFor =
                Math.min(evicted.expectedSeconds(CheckpointRule.YOUNG), evicted.expectedSecondsWithoutCheckpoint());
        double price = workers * paidFor / 3600 * paid(bid);
        return new Outcome(
                List.of(
                        clock,
                        new Link(
                                "cluster",
                                "rate of a machine, FLOP/s",
                                rate,
                                SERIAL_FRACTION * cores > 1 ? "the serial part" : "clock and width"),
                        new Link("vm", "share of it that is had", share, "the rented share"),
                        new Link("cluster", "step, s", step, talk > compute ? "the network" : "compute"),
                        new Link(
                                "spot",
                                "time with evictions, s",
                                paidFor,
                                paidFor > 1.5 * run ? "evictions" : "the work"),
                        new Link("spot", "price of the run, $", price, "hours × what is paid under the bid")),
                paidFor,
                price);
    }

    /** Gates as fast as the supply drives them, unless they would grow too hot. */
    private static Link clock(Knobs knobs) {
        double volts = knobs.get(Knob.SUPPLY_VOLTS);
        double speed =
                USUAL_HERTZ * delay(Knobs.usual()) * Knob.STAGES.usual() / (delay(knobs) * knobs.get(Knob.STAGES));
        double usualFarads = GATE_FARADS + Knob.WIRE_FARADS.usual();
        double switched = USUAL_POWER_SHARE * LIMIT_WATTS / (USUAL_HERTZ * Math.pow(Knob.SUPPLY_VOLTS.usual(), 2));
        double farads = switched
                * (GATE_FARADS + knobs.get(Knob.WIRE_FARADS))
                / usualFarads
                * knobs.get(Knob.CORES)
                / Knob.CORES.usual();
        double cool = LIMIT_WATTS / (farads * volts * volts);
        return new Link("signal", "clock, Hz", Math.min(speed, cool), cool < speed ? "power" : "gate delay");
    }

    private static double delay(Knobs knobs) {
        double volts = knobs.get(Knob.SUPPLY_VOLTS);
        if (!(volts > THRESHOLD_VOLTS)) {
            throw new IllegalArgumentException(
                    "supply-voltage " + volts + " V must be above the threshold, " + THRESHOLD_VOLTS + " V");
        }
        double amperes = AlphaPowerGate.saturationAmperes(1e-3, ALPHA, THRESHOLD_VOLTS, volts);
        double load = GATE_FARADS + knobs.get(Knob.WIRE_FARADS);
        return new AlphaPowerGate(ALPHA, THRESHOLD_VOLTS, volts, amperes, load, 0).delaySeconds();
    }

    private static double slice(Knobs knobs, double clock) {
        double share = knobs.get(Knob.SHARE_FRACTION);
        if (!(share <= 1)) {
            throw new IllegalArgumentException(
                    "vm-share " + share + " must be at most 1: nobody rents more than the host");
        }
        Host host = new Host("host", 1, clock, knobs.get(Knob.FLOPS_PER_CYCLE), 16e9, 100e9);
        return HostPartition.of(host, VirtualizationOverhead.KVM_TUNED)
                        .admit(List.of(new SliceRequest("mine", share, 0.25, 10e9)))
                        .slices()
                        .get(0)
                        .effectiveFlopsPerSecond()
                / host.peakFlopsPerSecond();
    }

    /** The ring over whole workers, and between two counts by a straight line. */
    private double talk(Knobs knobs, double workers) {
        AlphaBeta link = new AlphaBeta(knobs.get(Knob.LATENCY_SECONDS), knobs.get(Knob.LAN_BYTES_PER_SECOND));
        int low = (int) Math.floor(workers);
        double bytes = 4.0 * net.parameters();
        double below = AllReduce.RING.seconds(link, low, bytes);
        return below + (workers - low) * (AllReduce.RING.seconds(link, low + 1, bytes) - below);
    }

    /** Share of the time that a lognormal price is at or under the bid. */
    private static double held(double bid) {
        return Math.min(1 - 1e-9, normal(Math.log(bid / MEDIAN_DOLLARS_PER_HOUR) / LOG_DEVIATION));
    }

    /** Mean of that price while it is under the bid. */
    private static double paid(double bid) {
        double z = Math.log(bid / MEDIAN_DOLLARS_PER_HOUR) / LOG_DEVIATION;
        double mean = MEDIAN_DOLLARS_PER_HOUR * Math.exp(LOG_DEVIATION * LOG_DEVIATION / 2);
        return Math.min(bid, mean * normal(z - LOG_DEVIATION) / normal(z));
    }

    /** The normal distribution by Abramowitz and Stegun 26.2.17, within 7.5e-8. */
    private static double normal(double z) {
        double t = 1 / (1 + 0.2316419 * Math.abs(z));
        double tail = Math.exp(-z * z / 2)
                / Math.sqrt(2 * Math.PI)
                * t
                * (0.319381530 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
        return z >= 0 ? 1 - tail : tail;
    }

    /** One per cent more of a knob moves the price by so many per cent. */
    public record Elasticity(Knob knob, double value, double elasticity) {}

    /** Every knob, by a thousandth either way; one that has no way up is taken down alone. */
    public List<Elasticity> elasticities(Knobs knobs) {
        return Knobs.all().stream().map(knob -> elasticity(knobs, knob)).toList();
    }

    private Elasticity elasticity(Knobs knobs, Knob knob) {
        double value = knobs.get(knob);
        double up = knob == Knob.SHARE_FRACTION ? Math.min(1, value * 1.001) : value * 1.001;
        double down = knob == Knob.WORKERS ? Math.max(1, value * 0.999) : value * 0.999;
        double high = climb(knobs.with(knob, up)).priceDollars();
        double low = climb(knobs.with(knob, down)).priceDollars();
        return new Elasticity(knob, value, Math.log(high / low) / Math.log(up / down));
    }
}
