package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.aboveZero;
import static clock2cloud.vm.Domain.notNegative;

/**
 * Single-threaded work.
 *
 * @param machine index of the machine that runs it
 * @param work in the unit of the host's speed (flop, instructions); infinite for one that never ends
 * @param arrivalSeconds when it is handed in
 */
public record Task(int machine, double work, double arrivalSeconds) {
    public Task {
        aboveZero(work, "task: work", "operations");
        notNegative(arrivalSeconds, "task: arrival", "s");
    }
}
