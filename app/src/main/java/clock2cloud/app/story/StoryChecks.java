package clock2cloud.app.story;

import clock2cloud.app.TrustLine;
import java.util.List;

/** What the forecasts were compared with, and how far off they were. */
public final class StoryChecks {
    private StoryChecks() {}

    public static List<TrustLine> lines() {
        return List.of(
                LayerTimings.shipped("dense-sgd-k80.csv").check("K80", 0.07),
                LayerTimings.shipped("dense-sgd-p100.csv").check("P100", 0.07));
    }
}
