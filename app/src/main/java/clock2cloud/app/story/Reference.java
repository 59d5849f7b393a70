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
        return Json.read(Shipped.text("reference-blind.json"), "reference-blind.json", BlindTest.Result.class);
    }
}
