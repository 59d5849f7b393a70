package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.number;
import static clock2cloud.vm.Domain.require;

/**
 * Single-threaded work.
 *
 * @param machine index of the machine that runs it
 * @param work in the unit of the host's speed (flop, instructions); infinite for one that never ends
 * @param arrivalSeconds when it is handed in
 */
public record Task(int machine, double work, double arrivalSeconds) {
    public Task {
        require(work > 0, () -> "task: work must be above 0 operations, not " + number(work));
        notNegative(arrivalSeconds, "task: arrival", "s");
    }
}
