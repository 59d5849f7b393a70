package clock2cloud.nn.layer;

/**
 * A run of units, panel after panel and {@code groups} a panel, as rectangles: the rest of a panel begun by the worker before, whole panels,
 * and the beginning of one. Any may be empty.
 */
enum Part {
    REST,
    WHOLE,
    BEGINNING;

    private static final Part[] ALL = values();
    static final int COUNT = ALL.length;

    static Part of(int index) {
        return ALL[index];
    }

    int firstPanel(int from, int to, int groups) {
        return switch (this) {
            case REST -> from / groups;
            case WHOLE -> (from + groups - 1) / groups;
            case BEGINNING -> to / groups;
        };
    }

    int lastPanel(int from, int to, int groups) {
        return this == WHOLE ? to / groups : firstPanel(from, to, groups) + 1;
    }

    int firstGroup(int from, int groups) {
        return this == REST ? from % groups : 0;
    }

    /** Not above {@link #firstGroup} where the rectangle is empty. */
    int lastGroup(int from, int to, int groups) {
        return switch (this) {
            case REST -> from % groups == 0 ? 0 : Math.min(groups, to - from / groups * groups);
            case WHOLE -> groups;
            case BEGINNING -> to / groups * groups < from ? 0 : to % groups;
        };
    }
}
