/**
 * When work finishes on a shared host: tasks in virtual machines on cores, time-shared or space-shared, in exact event
 * times.
 *
 * <p>Follows Kleinrock, <i>Queueing Systems II</i> (1976), chapter 4 (processor sharing). Leaves out: context-switch
 * cost and cache effects; the package {@code scheduler} simulates the quantum.
 */
package clock2cloud.vm.task;
