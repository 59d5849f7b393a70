package clock2cloud.cluster.event;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineTest {
    private record Planned(double seconds, int number) {}

    @Test
    void equalTimesHappenInTheOrderOfSchedulingAndTheLastOneAfterAll() {
        Timeline timeline = new Timeline();
        List<String> happened = new ArrayList<>();
        timeline.schedule(Event.of(() -> happened.add("second")), 2);
        timeline.schedule(
                Event.of(() -> {
                    happened.add("first");
                    timeline.scheduleLast(Event.of(() -> happened.add("last")));
                    timeline.schedule(Event.of(() -> happened.add("third")), 2);
                }),
                2);
        timeline.run();
        assertEquals(List.of("second", "first", "third", "last"), happened);
        assertEquals(2, timeline.nowSeconds());
    }

    @Test
    void aMovedEventHappensOnceAndACancelledOneNever() {
        Timeline timeline = new Timeline();
        List<Double> happened = new ArrayList<>();
        Event moved = Event.of(() -> happened.add(timeline.nowSeconds()));
        Event cancelled = Event.of(() -> happened.add(-1.0));
        timeline.schedule(moved, 5);
        timeline.schedule(cancelled, 1);
        timeline.schedule(moved, 3);
        timeline.cancel(cancelled);
        timeline.run();
        assertEquals(List.of(3.0), happened);
        assertFalse(moved.isScheduled());
    }

    @Test
    void thePastAndNotANumberAreRefused() {
        Timeline timeline = new Timeline();
        timeline.schedule(Event.of(() -> {}), 1);
        timeline.run();
        for (double bad : new double[] {0.5, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> timeline.schedule(Event.of(() -> {}), bad));
        }
    }

    @Property(tries = 50)
    void theHeapEmptiesInOrderWhateverWasMovedAndRemoved(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 300) int size) {
        Random random = new Random(seed);
        Timeline timeline = new Timeline();
        List<Planned> expected = new ArrayList<>();
        List<Planned> happened = new ArrayList<>();
        List<Event> events = new ArrayList<>();
        double[] times = new double[size];
        for (int i = 0; i < size; i++) {
            int number = i;
            times[i] = random.nextInt(20);
            events.add(Event.of(() -> happened.add(new Planned(timeline.nowSeconds(), number))));
            timeline.schedule(events.get(i), times[i]);
        }
        for (int i = 0; i < size; i++) {
            switch (random.nextInt(3)) {
                case 0 -> timeline.cancel(events.get(i));
                case 1 -> timeline.schedule(events.get(i), times[i] = 20 + i);
                default -> {}
            }
            if (events.get(i).isScheduled()) {
                expected.add(new Planned(times[i], i));
            }
        }
        timeline.run();
        expected.sort(Comparator.comparingDouble(Planned::seconds).thenComparingInt(Planned::number));
        assertEquals(expected, happened);
    }
}
