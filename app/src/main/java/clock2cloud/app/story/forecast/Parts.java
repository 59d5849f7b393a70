package clock2cloud.app.story.forecast;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The parts that some steps are made of, and which share of a step each is. */
record Parts(List<String> names) {
    Parts {
        names = List.copyOf(names);
    }

    /** All that is added in any of some steps. */
    static Parts of(List<Breakdown> steps) {
        Set<String> names = new LinkedHashSet<>();
        steps.forEach(step -> step.parts().stream()
                .filter(part -> !part.hidden() && part.seconds() > 0)
                .forEach(part -> names.add(part.name())));
        return new Parts(List.copyOf(names));
    }

    /** Of the seconds of a step, in the order of the names. */
    double[] shares(Breakdown step) {
        double[] shares = new double[names.size()];
        double whole = step.seconds();
        for (Part part : step.parts()) {
            int at = part.hidden() ? -1 : names.indexOf(part.name());
            if (at >= 0) {
                shares[at] += part.seconds() / whole;
            }
        }
        return shares;
    }

    /** Their mean over some steps. */
    double[] usual(List<Breakdown> steps) {
        double[] mean = new double[names.size()];
        for (Breakdown step : steps) {
            double[] shares = shares(step);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += shares[i] / steps.size();
            }
        }
        return mean;
    }
}
