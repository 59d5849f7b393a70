package clock2cloud.app.story.host;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How far apart the cores of a crew were, and how much of the time: the host of a virtual machine moves its processors between cores
 * that share a cache and cores that do not, every few seconds or minutes, and what workers hand to each other costs several times as much then.
 *
 * @param places the nearer first, at most two, or three where a look found another; their shares sum to 1
 */
public record CoreDistances(List<Place> places) {
    private static final double LEAST_SHARE = 0.02;
    private static final double LATEST = 3;

    public CoreDistances {
        places = places.stream()
                .sorted(Comparator.comparingDouble(Place::barrierSeconds))
                .toList();
    }

    /** Where the cores were in a share of the readings, and what the barrier took there in the middle. */
    public record Place(double barrierSeconds, double share) {}

    /** From readings spread over a time: cut in two where that makes both parts alike in themselves and unlike each other; the fewest are left out. */
    static CoreDistances of(List<Double> barrierSeconds) {
        List<Double> sorted = barrierSeconds.stream().sorted().toList();
        int cut = cut(sorted);
        List<Place> places = new ArrayList<>();
        if (cut > LEAST_SHARE * sorted.size()) {
            places.add(place(sorted.subList(0, cut), sorted.size()));
        }
        if (sorted.size() - cut > LEAST_SHARE * sorted.size()) {
            places.add(place(sorted.subList(cut, sorted.size()), sorted.size()));
        }
        double sum = places.stream().mapToDouble(Place::share).sum();
        return new CoreDistances(places.stream()
                .map(place -> new Place(place.barrierSeconds(), place.share() / sum))
                .toList());
    }

    /**
     * How many of the sorted readings are of nearer cores: cut so that the logarithms on both sides are closest to their means; none
     * where the middles of both sides are alike. Readings of a worker that was late count no more than {@link #LATEST} middles.
     */
    static int cut(List<Double> sorted) {
        if (sorted.isEmpty() || middle(sorted) <= 0) {
            return 0;
        }
        double most = LATEST * middle(sorted);
        double[] sums = new double[sorted.size() + 1];
        for (int i = 0; i < sorted.size(); i++) {
            sums[i + 1] = sums[i] + Math.log(Math.min(most, sorted.get(i)));
        }
        int best = 0;
        double between = 0;
        for (int i = 1; i < sorted.size(); i++) {
            double rest = sums[sorted.size()] - sums[i];
            double squares = sums[i] * sums[i] / i + rest * rest / (sorted.size() - i);
            if (i == 1 || squares > between) {
                between = squares;
                best = i;
            }
        }
        boolean apart =
                best > 0 && !Crew.alike(middle(sorted.subList(0, best)), middle(sorted.subList(best, sorted.size())));
        return apart ? best : 0;
    }

    private static Place place(List<Double> sorted, int of) {
        return new Place(middle(sorted), sorted.size() / (double) of);
    }

    private static double middle(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    /** With a look at this moment, which tells as much of the next minutes as these readings do. */
    CoreDistances seen(double barrierSeconds) {
        List<Place> both = new ArrayList<>();
        boolean known = false;
        for (Place place : places) {
            boolean here = !known && Crew.alike(place.barrierSeconds(), barrierSeconds);
            known |= here;
            both.add(new Place(place.barrierSeconds(), (place.share() + (here ? 1 : 0)) / 2));
        }
        if (!known) {
            both.add(new Place(barrierSeconds, 0.5));
        }
        double sum = both.stream().mapToDouble(Place::share).sum();
        return new CoreDistances(both.stream()
                .map(place -> new Place(place.barrierSeconds(), place.share() / sum))
                .toList());
    }
}
