package clock2cloud.app.story.forecast;

import clock2cloud.app.story.machine.Machine;
import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Under which conditions a net is trained.
 *
 * @param framework or the usual one of the machine and the day
 * @param day of the price and the framework
 * @param threads hardware threads, or all
 * @param without parts of the step that are taken to cost nothing
 */
public record Conditions(
        Optional<Framework> framework,
        Optional<LocalDate> day,
        String region,
        OptionalInt threads,
        Set<String> without) {
    /** The usual ones. */
    public static final Conditions USUAL =
            new Conditions(Optional.empty(), Optional.empty(), Machine.HOME_REGION, OptionalInt.empty(), Set.of());

    public Conditions {
        without = Set.copyOf(without);
    }

    public Conditions on(LocalDate date) {
        return new Conditions(framework, Optional.of(date), region, threads, without);
    }
}
