package clock2cloud.vm.task;

/** How a machine's virtual cores serve its tasks. */
public enum Discipline {
    /** First come, first served: a task holds a virtual core to its end, the others wait. */
    SPACE_SHARED,
    /** Processor sharing: all tasks run at once, each at an equal part, at most one core. */
    TIME_SHARED
}
