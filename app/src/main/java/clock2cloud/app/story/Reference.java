package clock2cloud.app.story;

import clock2cloud.app.story.host.BlindTest;
import clock2cloud.app.table.Json;

/** Runs on the reference machine that ship with the program, so that its figures are the same everywhere. */
public final class Reference {
    private Reference() {}

    /** {@code ./c2c ladder --format json} on the reference machine. */
    public static Climb.Result ladder() {
        return Json.read(Shipped.text("reference-ladder.json"), "reference-ladder.json", Climb.Result.class);
    }

    /** {@code ./c2c check --blind --format json} there. */
    static BlindTest.Result blind() {
        return blind("reference-blind.json");
    }

    /** The same in an hour in which others were at work on the cores most of the time. */
    static BlindTest.Result busyBlind() {
        return blind("reference-blind-busy.json");
    }

    /** And in a later hour, by the law and calibration of that day, which did not know how far apart the cores lie. */
    static BlindTest.Result laterBlind() {
        return blind("reference-blind-later.json");
    }

    /** By today's law and calibration, which do. */
    static BlindTest.Result lastBlind() {
        return blind("reference-blind-last.json");
    }

    /** On 16 cores of an Intel Xeon, on one thread, by the calibration of another machine of its type. */
    static BlindTest.Result xeonBlind() {
        return blind("reference-blind-xeon.json");
    }

    private static BlindTest.Result blind(String file) {
        return Json.read(Shipped.text(file), file, BlindTest.Result.class);
    }
}
