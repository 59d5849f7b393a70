package clock2cloud.vm.pool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import clock2cloud.vm.host.Overcommit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementKnownAnswersTest {
    private static int bins(List<Integer> items, int capacity, String policy) {
        HostPool pool = new HostPool(Collections.nCopies(items.size(), new Bundle(capacity, 0, 0)), Overcommit.NONE);
        PlacementPolicy placement = PlacementPolicy.of(policy);
        items.forEach(item -> assertTrue(pool.place(new Bundle(item, 0, 0), placement) >= 0));
        return pool.hostsInUse();
    }

    private static List<Integer> items(int... countsAndSizes) {
        List<Integer> items = new ArrayList<>();
        for (int i = 0; i < countsAndSizes.length; i += 2) {
            items.addAll(Collections.nCopies(countsAndSizes[i], countsAndSizes[i + 1]));
        }
        return items;
    }

    private static List<Integer> decreasing(List<Integer> items) {
        return items.stream().sorted(Collections.reverseOrder()).toList();
    }

    @Test
    void firstFitDecreasingIsElevenNinths() {
        // Johnson's instance: 6x51, 6x27, 6x26, 12x23 in bins of 100; FFD 11, OPT 9 (51+26+23 and 27+27+23+23)
        List<Integer> items = items(6, 51, 6, 27, 6, 26, 12, 23);
        assertEquals(11, bins(decreasing(items), 100, "first-fit"));
        assertEquals(9 * 100, items.stream().mapToInt(i -> i).sum()); // nine full bins, so no fewer
    }

    @Test
    void firstFitIsSevenTenthsMore() {
        // 6x15, 6x34, 6x51 in this order: FF 10, OPT 6 (15+34+51)
        List<Integer> items = items(6, 15, 6, 34, 6, 51);
        assertEquals(10, bins(items, 100, "first-fit"));
        assertEquals(6 * 100, items.stream().mapToInt(i -> i).sum());
    }

    @ParameterizedTest
    @CsvSource({"first-fit, 469", "best-fit, 469", "next-fit, 500"})
    void whatOthersCallFirstFitIsNextFit(String policy, int hosts) {
        // CloudSim Plus 8.5.7: "FirstFit" 500, BestFit 469; 469 is the lower bound
        int[] sizes = {1, 2, 4, 8};
        List<Integer> vms = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            vms.add(sizes[i * 7919 % 4]);
        }
        assertEquals(hosts, bins(vms, 16, policy));
    }

    @Property(tries = 60)
    void theBoundsOfFirstFitHold(@ForAll long seed) {
        Random random = new Random(seed);
        List<Integer> items = new ArrayList<>();
        for (int i = random.nextInt(11); i >= 0; i--) {
            items.add(1 + random.nextInt(60));
        }
        int optimum = ExactBins.count(items, 100);
        assertTrue(bins(items, 100, "first-fit") <= Math.floor(1.7 * optimum));
        assertTrue(bins(decreasing(items), 100, "first-fit") <= 11.0 / 9 * optimum + 6.0 / 9);
        for (String policy : PlacementPolicy.NAMES) {
            assertTrue(bins(items, 100, policy) >= (policy.equals("worst-fit") ? 1 : optimum));
        }
    }

    /** The fewest bins, by trying every bin for the largest item left. */
    private static final class ExactBins {
        private final int[] items;
        private final int capacity;
        private int best;

        private ExactBins(List<Integer> items, int capacity) {
            this.items = decreasing(items).stream().mapToInt(i -> i).toArray();
            this.capacity = capacity;
            this.best = items.size();
        }

        static int count(List<Integer> items, int capacity) {
            ExactBins search = new ExactBins(items, capacity);
            search.fill(0, new int[items.size()], 0);
            return search.best;
        }

        private void fill(int item, int[] loads, int bins) {
            int left = 0;
            for (int i = item; i < items.length; i++) {
                left += items[i];
            }
            int room = bins * capacity - Arrays.stream(loads, 0, bins).sum();
            if (bins + (int) Math.ceil(Math.max(0, left - room) / (double) capacity) >= best) {
                return;
            }
            if (item == items.length) {
                best = bins;
                return;
            }
            for (int bin = 0; bin <= bins; bin++) {
                if (loads[bin] + items[item] <= capacity && firstOfItsLoad(loads, bin)) {
                    loads[bin] += items[item];
                    fill(item + 1, loads, Math.max(bins, bin + 1));
                    loads[bin] -= items[item];
                }
            }
        }

        private static boolean firstOfItsLoad(int[] loads, int bin) {
            for (int other = 0; other < bin; other++) {
                if (loads[other] == loads[bin]) {
                    return false;
                }
            }
            return true;
        }
    }
}
