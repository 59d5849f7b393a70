package clock2cloud.vm.task;

import static clock2cloud.vm.Domain.notNegative;
import static clock2cloud.vm.Domain.positive;

/**
 * Single-threaded work.
 *
 * @param machine index of the machine that runs it
 * @param work in the unit of the host's speed (flop, instructions)
 * @param arrivalSeconds when it is handed in
 */
public record Task(int machine, double work, double arrivalSeconds) {
    public Task {
        positive(work, "task: work", "operations");
        notNegative(arrivalSeconds, "task: arrival", "s");
    }
}
