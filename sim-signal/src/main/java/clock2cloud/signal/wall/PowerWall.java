package clock2cloud.signal.wall;

import clock2cloud.signal.Domain;
import clock2cloud.signal.logic.FanoutOfFour;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;

/**
 * The clock by year: as fast as gates and pipelines allow until the chip meets its heat limit, then held.
 *
 * <p>Gate length, supply and stages follow their exponential trends of 1986 to 2004 (fitted to {@link Processor#all}); timing
 * gives {@code f = 1 / (d(N) FO4)}, power {@code P = k V^2 f / L} (a chip's gates cover it, so its capacitance goes as 1/L; k
 * is the processors' mean). From the year in which P passes {@code limitWatts} on, the clock is held and the supply stays;
 * what shrinks still buys transistors, of which only a part may switch, and those are spent on cores: at most as many
 * as fit ({@code coresByArea}, transistors as in the trend data), at least as many as may switch all at once ({@code
 * coresByHeat}). Esmaeilzadeh et al., ISCA 2011. Leaves out caches, gating and slower cores, by which real chips lie between.
 */
public final class PowerWall {
    private static final double FROM = 1986;
    private static final double TO = 2004.99;

    private final double limitWatts;
    private final LogicDepth depth;
    private final ExponentialFit gate;
    private final ExponentialFit lateGate;
    private final ExponentialFit volts;
    private final ExponentialFit stages;
    private final ExponentialFit transistors;
    private final double wattsConstant;
    private final double wallYear;

    /** One year: the clock by timing, by heat with all gates switching, the modelled one, and what became of the cores. */
    public record Year(
            double year,
            double timingClockHertz,
            double heatClockHertz,
            double clockHertz,
            double watts,
            double joulesPerClock,
            double litFraction,
            double coresByHeat,
            double coresByArea) {}

    public PowerWall(double limitWatts) {
        this.limitWatts = Domain.positive("power wall", "limit", limitWatts, "W");
        List<Processor> processors =
                Processor.all().stream().filter(p -> p.gateMetres().isPresent()).toList();
        depth = LogicDepth.fit(processors);
        gate = trend(processors, p -> p.gateMetres().orElseThrow(), FROM, TO);
        lateGate = trend(processors, p -> p.gateMetres().orElseThrow(), TO, 2100);
        volts = trend(processors, Processor::supplyVolts, FROM, TO);
        stages = trend(processors, Processor::stages, FROM, TO);
        transistors = ExponentialFit.of(TrendData.TRANSISTORS.points(), 1971, 2100);
        wattsConstant = Math.exp(processors.stream()
                .filter(p -> p.watts().isPresent() && p.year() < TO)
                .mapToDouble(p -> Math.log(p.watts().orElseThrow() / switching(p)))
                .average()
                .orElseThrow());
        wallYear = findWall();
    }

    private static ExponentialFit trend(
            List<Processor> processors, ToDoubleFunction<Processor> value, double from, double to) {
        return ExponentialFit.of(
                processors.stream()
                        .map(p -> new ExponentialFit.Point(p.year(), value.applyAsDouble(p)))
                        .toList(),
                from,
                to);
    }

    private static double switching(Processor p) {
        return p.supplyVolts()
                * p.supplyVolts()
                * p.clockHertz()
                / p.gateMetres().orElseThrow();
    }

    private double findWall() {
        for (double year = FROM; year < 2040; year += 0.1) {
            if (timingWatts(year) > limitWatts) {
                return year;
            }
        }
        return 2040;
    }

    private double timingHertz(double year) {
        return depth.clockHertz(
                Math.max(1, stages.at(Math.min(year, TO))), new FanoutOfFour(gateMetres(year)).typicalSeconds());
    }

    /** The early trend until the late, slower one takes over. */
    private double gateMetres(double year) {
        return year < TO ? gate.at(year) : gate.at(TO) * lateGate.at(year) / lateGate.at(TO);
    }

    private double wattsPerHertz(double year) {
        double v = volts.at(Math.min(year, TO));
        return wattsConstant * v * v / gateMetres(year);
    }

    private double timingWatts(double year) {
        return wattsPerHertz(year) * timingHertz(year);
    }

    /** When a chip at full speed first passes the limit. */
    public double wallYear() {
        return wallYear;
    }

    public Year at(double year) {
        Domain.require(year >= 1980 && year <= 2040, "power wall: year must be 1980 to 2040, got %s", year);
        boolean after = year > wallYear;
        double timing = timingHertz(year);
        double clock = after ? timingHertz(wallYear) : timing;
        double heat = limitWatts / wattsPerHertz(year);
        double lit = Math.min(1, heat / clock);
        double area = after ? transistors.at(year) / transistors.at(wallYear) : 1;
        double cores = after ? Math.max(1, gateMetres(wallYear) / gateMetres(year)) : 1;
        double watts = Math.min(limitWatts, wattsPerHertz(year) * clock);
        return new Year(year, timing, heat, clock, watts, watts / clock, lit, cores, Math.max(area, cores));
    }

    public List<Year> years(int from, int to) {
        List<Year> years = new ArrayList<>();
        for (int year = from; year <= to; year++) {
            years.add(at(year));
        }
        return List.copyOf(years);
    }

    /** The geometric mean of measured clocks over the model's, {@code from <= year < to}: 1 is right on average. */
    public double measuredOverModelled(double from, double to) {
        return measuredOver(year -> at(year).clockHertz(), from, to);
    }

    /** The same over the clock that timing alone would allow. */
    public double measuredOverTiming(double from, double to) {
        return measuredOver(this::timingHertz, from, to);
    }

    private static double measuredOver(DoubleUnaryOperator clockHertz, double from, double to) {
        return Math.exp(TrendData.CLOCK_HERTZ.points().stream()
                .filter(p -> p.year() >= from && p.year() < to)
                .mapToDouble(p -> Math.log(p.value() / clockHertz.applyAsDouble(p.year())))
                .average()
                .orElseThrow());
    }
}
