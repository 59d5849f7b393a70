package clock2cloud.app.story.gpu;

import java.util.Locale;

/** How the weights learn, by what it moves: floats read and written a weight. */
public enum UpdateRule {
    /** Forward only. */
    NONE(0, 0),
    SGD(1, 3),
    MOMENTUM(2, 5),
    RMSPROP(3, 7),
    ADAGRAD(4, 5),
    ADADELTA(5, 9),
    ADAM(6, 7);

    private final int place;
    private final int floatsPerWeight;

    UpdateRule(int place, int floatsPerWeight) {
        this.place = place;
        this.floatsPerWeight = floatsPerWeight;
    }

    /** Its place among the terms of a law. */
    int place() {
        return place;
    }

    public int floatsPerWeight() {
        return floatsPerWeight;
    }

    /** Floats that a rule keeps beside each weight and its gradient. */
    public int keptFloats() {
        return switch (this) {
            case NONE, SGD -> 0;
            case MOMENTUM, ADAGRAD -> 1;
            case RMSPROP, ADADELTA, ADAM -> 2;
        };
    }

    public boolean learns() {
        return this != NONE;
    }

    /**
     * The rule of a name in any case.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static UpdateRule of(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT).replace("-", ""));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no optimizer; there are none, sgd, momentum, rmsprop, adagrad, adadelta, adam",
                    e);
        }
    }
}
