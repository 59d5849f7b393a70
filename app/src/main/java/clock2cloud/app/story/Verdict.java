package clock2cloud.app.story;

import clock2cloud.app.story.machine.Machines;
import clock2cloud.app.table.Quantities;
import clock2cloud.app.table.Unit;
import clock2cloud.spot.checkpoint.CheckpointedRun;
import java.util.List;
import java.util.Optional;

/** The answer in plain words, from the rungs alone. */
final class Verdict {
    /** p2.xlarge reserved for a year, all paid at once: dollars per hour, December 2016 price list of AWS. */
    private static final double RESERVED_DOLLARS_PER_HOUR = 0.573;

    private Verdict() {}

    static String of(Job job, List<Rung> rungs) {
        StringBuilder text = new StringBuilder();
        Optional<Rung> laptop = find(rungs, "laptop-2009");
        Optional<Rung> here = find(rungs, "all-cores").or(() -> find(rungs, "one-core"));
        Optional<Rung> rented = find(rungs, "p2.xlarge");
        if (laptop.isPresent() && here.isPresent()) {
            text.append(laptopAgainstHere(job, laptop.get(), here.get()));
        }
        if (laptop.isPresent() && rented.isPresent()) {
            text.append(laptopAgainstRented(laptop.get(), rented.get()));
        }
        find(rungs, "p2.xlarge-spot").ifPresent(spot -> text.append(spot(job, spot)));
        if (rented.isPresent()) {
            text.append(buyOrRent(rented.get()));
        }
        here.flatMap(Rung::errorFraction).ifPresent(error -> text.append(
                        "How sure: the forecast for this machine was made before the training and was ")
                .append(Quantities.format(Math.abs(error), Unit.FRACTION))
                .append(error > 0 ? " too slow." : " too fast."));
        return text.toString().strip();
    }

    private static Optional<Rung> find(List<Rung> rungs, String name) {
        return rungs.stream().filter(rung -> rung.name().equals(name)).findFirst();
    }

    private static double epoch(Rung rung) {
        return rung.measuredSecondsPerEpoch().orElse(rung.forecastSecondsPerEpoch());
    }

    private static String times(double ratio) {
        return Quantities.significant(ratio) + " times";
    }

    private static String laptopAgainstHere(Job job, Rung laptop, Rung here) {
        double gain = epoch(laptop) / epoch(here);
        return "The net " + job.shape() + " takes " + Quantities.format(laptop.forecastSeconds(), Unit.SECONDS)
                + " for "
                + job.epochs() + (job.epochs() == 1 ? " epoch" : " epochs")
                + " on one core of the old laptop with well-written code, and this machine is "
                + (gain >= 1 ? times(gain) + " as fast. " : times(1 / gain) + " slower. ");
    }

    private static String laptopAgainstRented(Rung laptop, Rung rented) {
        double gain = epoch(laptop) / epoch(rented);
        String limit = rented.limiter().equals("host overhead")
                ? ", because a net this small leaves the GPU waiting for Python; the wider the net and the batch, the more it gains"
                : "";
        return "The rented K80 of July 2017 would be "
                + (gain >= 1 ? times(gain) + " as fast as" : times(1 / gain) + " slower than") + " that laptop" + limit
                + ". ";
    }

    private static String spot(Job job, Rung spot) {
        CheckpointedRun run = CalmZone.run(spot.forecastSeconds(), job.gradientBytes());
        double evicted = 1 - run.uninterruptedProbability();
        return "On the spot market it costs "
                + Quantities.format(spot.costDollars().orElse(0.0), Unit.DOLLARS)
                + "; an eviction comes with probability " + Quantities.format(evicted, Unit.FRACTION)
                + " and takes what was learned since the last checkpoint plus "
                + Quantities.format(CalmZone.RESTART_SECONDS, Unit.SECONDS) + " to start again. ";
    }

    private static String buyOrRent(Rung rented) {
        double hourly = Machines.named("p2.xlarge").priceOn(Ladder.BLOG_DAY).dollarsPerHour();
        return "Rent: one run costs " + Quantities.format(rented.costDollars().orElse(0.0), Unit.DOLLARS)
                + " on demand, since in 2017 every started hour was paid; a year's reservation pays only if the machine works more than "
                + Quantities.format(RESERVED_DOLLARS_PER_HOUR / hourly, Unit.FRACTION) + " of the time. ";
    }
}
