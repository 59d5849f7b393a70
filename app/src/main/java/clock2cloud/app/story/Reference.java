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

    /** And in a later hour, by today's law and calibration. */
    static BlindTest.Result laterBlind() {
        return blind("reference-blind-later.json");
    }

    private static BlindTest.Result blind(String file) {
        return Json.read(Shipped.text(file), file, BlindTest.Result.class);
    }
}
